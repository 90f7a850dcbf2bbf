-- How many people, or households, each small area (LSOA or ward) has, as a file said that was added
-- up to districts: what the rates of places are for.
CREATE TABLE small_area_population (
    code VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    counted VARCHAR NOT NULL,   -- residents or households
    district VARCHAR NOT NULL,  -- the ONS code of the district of today that it was added up to
    number BIGINT NOT NULL,
    source VARCHAR NOT NULL,    -- the file it was taken from
    PRIMARY KEY (code, year, counted)
);
