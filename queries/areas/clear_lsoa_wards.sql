-- name: clear_lsoa_wards()
-- Forget the wards of LSOAs, to be worked out anew.
DELETE FROM lsoa_ward
