-- Data sets that a partnership defines for itself, with their measures.
CREATE TABLE data_set (
    id VARCHAR PRIMARY KEY,
    partnership VARCHAR,        -- null once its partnership is removed
    label VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,      -- incident, case, referral or attendance
    owner VARCHAR NOT NULL,
    defined_at TIMESTAMP NOT NULL,
    defined_by VARCHAR NOT NULL
);

CREATE TABLE data_set_measure (
    data_set VARCHAR NOT NULL,
    place INTEGER NOT NULL,
    label VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,      -- what one of it is called: visit, patient
    direction VARCHAR NOT NULL, -- which way is good: down, up or neutral
    caveat VARCHAR NOT NULL,    -- "" where there is none
    names VARCHAR[] NOT NULL,   -- what files call it beside its label
    PRIMARY KEY (data_set, place)
);
