-- name: create_staged()
-- The temporary table that the rows of one extract are read into before anything is judged.
CREATE TEMP TABLE staged (
    reference VARCHAR, counted_on DATE, refused_date VARCHAR, event_from TIMESTAMP,
    event_to TIMESTAMP, precision VARCHAR, numeric_date BOOLEAN, "force" VARCHAR, place VARCHAR, ward VARCHAR,
    beat VARCHAR, lsoa VARCHAR, lsoa_name VARCHAR, longitude DOUBLE, latitude DOUBLE, easting DOUBLE, northing DOUBLE,
    position_fault VARCHAR, category VARCHAR,
    outcome VARCHAR, flag_text VARCHAR, status VARCHAR, victims VARCHAR,
    recorded_at TIMESTAMP, victim_bands VARCHAR, place_key UBIGINT
)
