-- name: create_staged_positions()
-- The temporary table of what the positions of one extract lie in.
CREATE TEMP TABLE staged_position (
    longitude DOUBLE, latitude DOUBLE, lsoa VARCHAR, ward VARCHAR, district VARCHAR
)
