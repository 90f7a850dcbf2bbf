-- name: recipes()
-- Every saved recipe as it was kept last, but for loads that have been undone, and the places that
-- were said of the files that it was kept with.
SELECT
    name, source, layout, headings, extract, saved_at, saved_by, column_headings, column_fields,
    read_headings, read_fields, row_is, measure_set, place, date_order, reference, reference_with,
    cancelled, tables, categories, category_meanings, victim_reason,
    list_sort(
        list(DISTINCT place) FILTER (place IS NOT NULL) OVER (PARTITION BY name)
    ) AS places
FROM recipe
WHERE
    extract IS NULL
    OR extract IN (SELECT id FROM extract WHERE status = 'loaded')
QUALIFY row_number() OVER (PARTITION BY name ORDER BY number DESC) = 1
ORDER BY name
