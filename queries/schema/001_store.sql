-- The state of the store, who changed it, and the partnerships that use it.
CREATE TABLE store_state (
    data_version BIGINT NOT NULL,
    last_extract INTEGER NOT NULL -- the number given last: none is given twice, whatever is removed
);
INSERT INTO store_state VALUES (0, 0);

CREATE TABLE audit_event (
    happened_at TIMESTAMP NOT NULL,
    person VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    action VARCHAR NOT NULL,
    subject VARCHAR NOT NULL
);

CREATE TABLE partnership (
    id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    synthetic BOOLEAN NOT NULL
);

CREATE TABLE partnership_district (
    partnership VARCHAR NOT NULL,
    district VARCHAR NOT NULL,
    PRIMARY KEY (partnership, district)
);
