-- name: insert_lead_source(partnership, measure_set, source, named_by)
-- Record which source a partnership takes its figures from, for what is counted in a set.
INSERT INTO lead_source BY NAME
SELECT
    $partnership AS partnership, $measure_set AS measure_set, $source AS source,
    now()::TIMESTAMP AS named_at, $named_by AS named_by
