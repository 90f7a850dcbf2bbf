-- name: insert_explanation(partnership, measure_set, measure, area, start, end, compared_from, compared_before, version, kind, text, evidence, confidence, verdict, is_withdrawn, written_by, written_as)
-- Keep what is said of why a figure changed.
INSERT INTO change_explanation BY NAME
SELECT
    $partnership AS partnership, $measure_set AS measure_set, $measure AS measure, $area AS area,
    $start::DATE AS starts, $end::DATE AS ends_before,
    $compared_from::DATE AS compared_from, $compared_before::DATE AS compared_before,
    $version::INTEGER AS version, $kind AS kind, $text AS text, $evidence AS evidence,
    $confidence AS confidence, $verdict AS verdict, $is_withdrawn::BOOLEAN AS is_withdrawn,
    $written_by AS written_by, $written_as AS written_as, now()::TIMESTAMP AS written_at
