-- name: explanation_versions(measure_set, measure, area, start, end, compared_from, compared_before)
-- All that was said of why one figure changed, the latest first.
SELECT
    version, kind, text, evidence, confidence, verdict, is_withdrawn,
    written_by, written_as, written_at::DATE AS written_on
FROM change_explanation
WHERE
    measure_set = $measure_set AND measure = $measure AND area = $area
    AND starts = $start::DATE AND ends_before = $end::DATE
    AND compared_from = $compared_from::DATE AND compared_before = $compared_before::DATE
ORDER BY version DESC
