-- What was decided about the files of a source, a row each time that it was kept: the latest holds,
-- unless the load that it was made with has been undone.
CREATE TABLE recipe (
    number INTEGER PRIMARY KEY,
    name VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    layout VARCHAR NOT NULL,            -- the shipped recipe that its files follow
    headings VARCHAR[] NOT NULL,        -- those of its last file, but for months
    column_headings VARCHAR[] NOT NULL, -- what columns were said to hold: a heading and its field
    column_fields VARCHAR[] NOT NULL,
    read_headings VARCHAR[] NOT NULL,   -- what the others were read as
    read_fields VARCHAR[] NOT NULL,
    row_is VARCHAR,
    measure_set VARCHAR,
    place VARCHAR,
    date_order VARCHAR,
    reference VARCHAR,
    reference_with VARCHAR,
    cancelled VARCHAR,
    tables VARCHAR[] NOT NULL,
    categories VARCHAR[] NOT NULL,      -- what may mean two things, and what it means
    category_meanings VARCHAR[] NOT NULL,
    extract INTEGER,                    -- null where it came from no load
    saved_at TIMESTAMP NOT NULL,
    saved_by VARCHAR NOT NULL
);
