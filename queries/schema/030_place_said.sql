-- What tells the district or the ward of records by the areas that are loaded, so that they can be placed
-- anew when those change: no place of their own, or a police beat and no ward. Positions may be people's
-- homes: what no extract's rows are placed by is forgotten.
CREATE TABLE place_said (
    place_key UBIGINT NOT NULL,
    place VARCHAR,                  -- as the file writes it
    ward VARCHAR,
    beat VARCHAR,
    lsoa VARCHAR,
    longitude DOUBLE,
    latitude DOUBLE
);
-- How many rows of an extract are placed so, and where they lie.
CREATE TABLE extract_place (
    extract INTEGER NOT NULL,
    place_key UBIGINT NOT NULL,
    month DATE NOT NULL,
    force VARCHAR,
    district VARCHAR,
    ward VARCHAR,
    category VARCHAR NOT NULL,
    partial BOOLEAN NOT NULL,
    n BIGINT NOT NULL
);
-- Null where the file itself says where a record lies, and of records loaded before.
ALTER TABLE incident ADD COLUMN place_key UBIGINT;
