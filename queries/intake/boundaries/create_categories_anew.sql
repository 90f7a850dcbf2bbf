-- name: create_categories_anew(extract)
-- How many rows of each category the extract has by district, once its rows lie where they do now.
CREATE OR REPLACE TEMP TABLE category_anew AS
SELECT month, "force", district, category, partial, sum(n)::BIGINT AS n
FROM (
    SELECT month, "force", district, category, partial, n FROM extract_category WHERE extract = $extract
    UNION ALL
    SELECT month, "force", district, category, partial, -n FROM extract_place WHERE extract = $extract
    UNION ALL
    SELECT month, "force", placed_anew.district, category, partial, n
    FROM extract_place
    JOIN placed_anew USING (place_key)
    WHERE extract = $extract
)
GROUP BY ALL
HAVING sum(n) > 0
