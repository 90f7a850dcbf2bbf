-- name: district_counts(measures, leaves, leaf_subjects, grounds, subjects, sources, measure_sets, first_month, end_month)
-- Records by measure, district and leaf, from first_month up to but not including end_month.
-- Measures come with the leaves they count and the subject of each leaf; districts (grounds) with
-- the one source that is chosen for each subject.
WITH /* include counted_leaves */,
/* include chosen_sources */
SELECT counted.measure, chosen.ground, counted.leaf, sum(kept.n)::BIGINT AS n
FROM monthly_district_count AS kept
JOIN chosen ON chosen.source = kept.source AND chosen.ground = kept.district
JOIN counted ON counted.leaf = kept.measure AND counted.subject = chosen.subject
WHERE kept.month >= $first_month::DATE
    AND kept.month < $end_month::DATE
    AND list_contains($measure_sets::VARCHAR[], kept.measure_set)
GROUP BY ALL
