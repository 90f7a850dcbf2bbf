-- name: insert_recording_event(partnership, measure_set, measure, start, until, bearing, effect, entered_by)
-- Keep a recording event, and return its number.
INSERT INTO recording_event BY NAME
SELECT
    coalesce((SELECT max(id) FROM recording_event), 0) + 1 AS id,
    $partnership AS partnership, $measure_set AS measure_set, $measure AS measure,
    $start::DATE AS starts, $until::DATE AS ends_before, $bearing AS bearing, $effect AS effect,
    $entered_by AS entered_by, now()::TIMESTAMP AS entered_at
RETURNING id
