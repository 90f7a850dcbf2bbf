-- name: lead_sources(partnership)
-- The lead sources that a partnership has named, by set of measures.
SELECT measure_set, source, named_by
FROM lead_source
WHERE partnership = $partnership
ORDER BY measure_set
