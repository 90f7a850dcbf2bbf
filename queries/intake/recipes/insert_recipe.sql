-- name: insert_recipe(name, source, layout, headings, column_headings, column_fields, read_headings, read_fields, row_is, measure_set, place, date_order, reference, reference_with, cancelled, tables, categories, category_meanings, victim_reason, extract, saved_by)
-- Keep what was decided about the files of a source.
INSERT INTO recipe BY NAME
SELECT
    (SELECT coalesce(max(number), 0) + 1 FROM recipe) AS number,
    $name AS name, $source AS source, $layout AS layout, $headings::VARCHAR[] AS headings,
    $column_headings::VARCHAR[] AS column_headings, $column_fields::VARCHAR[] AS column_fields,
    $read_headings::VARCHAR[] AS read_headings, $read_fields::VARCHAR[] AS read_fields,
    $row_is AS row_is, $measure_set AS measure_set, $place AS place, $date_order AS date_order,
    $reference AS reference, $reference_with AS reference_with, $cancelled AS cancelled,
    $tables::VARCHAR[] AS tables, $categories::VARCHAR[] AS categories,
    $category_meanings::VARCHAR[] AS category_meanings, $victim_reason AS victim_reason, $extract AS extract,
    now()::TIMESTAMP AS saved_at, $saved_by AS saved_by
