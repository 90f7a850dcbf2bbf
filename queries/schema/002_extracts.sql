-- Extracts, the records they carry, and what is counted from those.
-- One row per uploaded file.
CREATE TABLE extract (
    id INTEGER PRIMARY KEY,
    source VARCHAR NOT NULL,
    recipe VARCHAR NOT NULL,
    measure_set VARCHAR NOT NULL,
    file_name VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    months DATE[] NOT NULL,
    rows_read BIGINT NOT NULL,
    rows_loaded BIGINT NOT NULL,
    rows_unchanged BIGINT NOT NULL,
    rows_revised BIGINT NOT NULL,
    rows_withdrawn BIGINT NOT NULL,
    rows_rejected BIGINT NOT NULL,
    rows_repeated BIGINT NOT NULL,
    problems VARCHAR[] NOT NULL,
    loaded_at TIMESTAMP NOT NULL,
    loaded_by VARCHAR NOT NULL,
    synthetic BOOLEAN NOT NULL,
    status VARCHAR NOT NULL
);

-- One row per version of a source record. A later extract that changes a record adds a version
-- and ends the one before, so that any figure can be asked "as at" an extract.
CREATE TABLE incident (
    source VARCHAR NOT NULL,
    -- Null where the source gives none (anti-social behaviour). Long and different in every record:
    -- packed like this, keeping records took a fifth less time and hardly more space.
    reference VARCHAR USING COMPRESSION zstd,
    counted_on DATE NOT NULL,   -- the recorded date, or the event's where none is given
    event_from TIMESTAMP,
    event_to TIMESTAMP,
    precision VARCHAR NOT NULL, -- month, day or minute
    measure_set VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    category VARCHAR NOT NULL,  -- what the source calls it
    flags VARCHAR[],
    force VARCHAR,
    district VARCHAR,           -- null where the source gives no location
    ward VARCHAR,
    lsoa VARCHAR,
    longitude DOUBLE,
    latitude DOUBLE,
    outcome VARCHAR,
    first_extract INTEGER NOT NULL,
    last_extract INTEGER        -- the extract that changed or withdrew it; null while current
);

-- Current incidents by measure, month and smallest area. Pages read this, never the records.
CREATE TABLE monthly_count (
    source VARCHAR NOT NULL,
    measure_set VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,   -- a measure that incidents are recorded under, or a flag
    force VARCHAR,
    district VARCHAR,
    ward VARCHAR,
    lsoa VARCHAR,
    month DATE NOT NULL,
    n BIGINT NOT NULL
);

-- The same without the smallest areas: what is asked of whole districts reads this little table.
CREATE TABLE monthly_district_count (
    source VARCHAR NOT NULL,
    measure_set VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    force VARCHAR,
    district VARCHAR,
    month DATE NOT NULL,
    n BIGINT NOT NULL
);

-- What an extract answers for: in these months, in this force or district, about this subject
-- (offence, anti-social-behaviour, or a flag) the absence of records means that there were none.
CREATE TABLE coverage (
    extract INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    measure_set VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    area_kind VARCHAR NOT NULL, -- force or district
    area VARCHAR NOT NULL,
    month DATE NOT NULL,
    partial BOOLEAN NOT NULL
);

CREATE TABLE rejected_row (
    extract INTEGER NOT NULL,
    file VARCHAR NOT NULL,
    sheet VARCHAR,
    row_number BIGINT NOT NULL,
    column_name VARCHAR,
    expected VARCHAR NOT NULL,
    found VARCHAR,
    raw VARCHAR
);

-- The names that extracts give to small areas.
CREATE TABLE area (
    code VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    district VARCHAR
);

-- What a person has said that a source's category means.
CREATE TABLE category_measure (
    source VARCHAR NOT NULL,
    category VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    PRIMARY KEY (source, category)
);
