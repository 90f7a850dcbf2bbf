-- name: forget_ward_names()
-- Forget what is meant by names of wards that no record or count has any more.
DELETE FROM known_ward
WHERE NOT EXISTS (
    SELECT 1
    FROM (SELECT ward, district FROM incident UNION ALL SELECT ward, district FROM observation) AS named
    WHERE named.ward = known_ward.said AND named.district = known_ward.district
)
