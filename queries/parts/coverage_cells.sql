-- part: coverage_cells
-- What an extract answers for, cell by cell.
SELECT
    $extract AS extract, $source AS source, $measure_set AS measure_set, subject, area_kind, area,
    month, month IN (SELECT unnest($partial_months::DATE[])) OR known_text IS NOT NULL AS partial,
    CASE known_text WHEN '' THEN []::VARCHAR[] ELSE string_split(known_text, ' ') END AS known
FROM (
    SELECT
        unnest($subjects::VARCHAR[]) AS subject, unnest($area_kinds::VARCHAR[]) AS area_kind,
        unnest($areas::VARCHAR[]) AS area, unnest($months::DATE[]) AS month,
        unnest($known::VARCHAR[]) AS known_text
)
