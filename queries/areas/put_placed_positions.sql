-- name: put_placed_positions(longitudes, latitudes, lsoas, wards, districts, lsoa_codes, ward_names, district_names)
-- Keep what positions lie in.
INSERT INTO placed_position BY NAME
/* include position_areas */
