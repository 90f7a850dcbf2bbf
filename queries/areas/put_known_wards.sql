-- name: put_known_wards(said, districts, wards)
-- Keep which wards are meant by what files write.
INSERT INTO known_ward BY NAME
SELECT
    unnest($said::VARCHAR[]) AS said, unnest($districts::VARCHAR[]) AS district,
    unnest($wards::VARCHAR[]) AS ward
