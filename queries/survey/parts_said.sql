-- name: parts_said(positions, separators, glued, most)
-- What the cells of some columns say when parted: each part, the part after it (NULL at the end),
-- and how often. `glued` lists, for each column, options that hold the separator and stay whole.
WITH parted AS (
    SELECT
        unnest($positions::INTEGER[]) AS position, unnest($separators::VARCHAR[]) AS separator,
        unnest($glued::VARCHAR[][]) AS glued
),
split AS (
    SELECT
        position, separator, n,
        list_filter(
            string_split(
                list_reduce(
                    glued, lambda text, option: replace(text, option, replace(option, separator, chr(31))),
                    said
                ),
                separator
            ),
            lambda part: trim(part) <> ''
        ) AS parts
    FROM survey_value
    JOIN parted USING (position)
),
neighbours AS (
    SELECT
        position, separator, n, unnest(parts) AS part,
        unnest(list_concat(parts[2:], [NULL])) AS next
    FROM split
    WHERE len(parts) > 0
)
SELECT
    position, replace(part, chr(31), separator) AS part, replace(next, chr(31), separator) AS next, n
FROM (
    SELECT position, separator, part, next, sum(n) AS n
    FROM neighbours
    GROUP BY position, separator, part, next
)
QUALIFY row_number() OVER (PARTITION BY position ORDER BY n DESC, part, next) <= $most
ORDER BY position, n DESC, part, next
