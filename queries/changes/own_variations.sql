-- name: own_variations()
-- How much measures ordinarily vary, as partnerships have set it.
SELECT partnership, measure_set, measure, variation, reason, set_by, set_at
FROM own_variation
ORDER BY partnership, measure_set, measure
