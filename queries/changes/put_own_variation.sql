-- name: put_own_variation(partnership, measure_set, measure, variation, reason, set_by)
-- Keep how much a measure ordinarily varies in a partnership, in the place of what was set before.
INSERT OR REPLACE INTO own_variation BY NAME
SELECT
    $partnership AS partnership, $measure_set AS measure_set, $measure AS measure,
    $variation::DOUBLE AS variation, $reason AS reason, $set_by AS set_by,
    now()::TIMESTAMP AS set_at
