-- name: standing_explanations()
-- The last that was said of why each figure changed, without what was taken back.
WITH latest AS (
    SELECT *
    FROM change_explanation
    QUALIFY row_number() OVER (
        PARTITION BY
            measure_set, measure, area, starts, ends_before, compared_from, compared_before
        ORDER BY version DESC
    ) = 1
)
SELECT
    measure_set, measure, area, starts, ends_before, compared_from, compared_before,
    version, kind, text, evidence, confidence, verdict, is_withdrawn,
    written_by, written_as, written_at::DATE AS written_on
FROM latest
WHERE NOT is_withdrawn
ORDER BY measure_set, measure, area, starts, ends_before, compared_from, compared_before
