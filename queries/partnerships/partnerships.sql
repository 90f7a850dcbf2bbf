-- name: partnerships()
-- Every partnership with its districts, both in alphabetical order.
SELECT
    partnership.id, partnership.name, list(district ORDER BY district) AS districts,
    partnership.synthetic
FROM partnership
JOIN partnership_district ON partnership_district.partnership = partnership.id
GROUP BY ALL
ORDER BY partnership.name, partnership.id
