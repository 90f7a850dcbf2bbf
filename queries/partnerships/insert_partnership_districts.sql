-- name: insert_partnership_districts(id, districts)
-- Give a partnership its districts.
INSERT INTO partnership_district (partnership, district)
SELECT $id, unnest($districts::VARCHAR[])
