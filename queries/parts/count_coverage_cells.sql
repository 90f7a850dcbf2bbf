-- part: count_coverage_cells
-- What a table of counts answers for, cell by cell; what is known of each as one text.
SELECT
    $extract AS extract, $source AS source, $measure_set AS measure_set,
    cell.* EXCLUDE (known_text), string_split(known_text, ' ') AS known
FROM (
    SELECT
        unnest($subjects::VARCHAR[]) AS subject, unnest($area_kinds::VARCHAR[]) AS area_kind,
        unnest($areas::VARCHAR[]) AS area, unnest($months::DATE[]) AS month,
        unnest($block_starts::DATE[]) AS block_start, unnest($block_ends::DATE[]) AS block_end,
        unnest($partial::BOOLEAN[]) AS partial, unnest($known::VARCHAR[]) AS known_text
) AS cell
