-- name: count_placed_otherwise(extract)
-- How many rows of the extract lie in another district or ward now.
SELECT coalesce(sum(n), 0)::BIGINT AS n
FROM extract_place
JOIN placed_anew USING (place_key)
WHERE
    extract = $extract
    AND (
        extract_place.district IS DISTINCT FROM placed_anew.district
        OR extract_place.ward IS DISTINCT FROM placed_anew.ward
    )
