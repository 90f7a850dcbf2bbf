-- name: lsoas_with_ward()
-- How many LSOAs have a ward.
SELECT count(*) FROM lsoa_ward
