-- name: put_staged_positions(longitudes, latitudes, lsoas, wards, districts, lsoa_codes, ward_names, district_names)
-- Say what the positions of the staged rows lie in.
INSERT INTO staged_position BY NAME
/* include position_areas */
