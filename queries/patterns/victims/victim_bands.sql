-- name: victim_bands(measures, leaves, leaf_subjects, ground_kind, grounds, subjects, sources, measure_sets, kinds, area, first_month, end_month)
-- Records of each measure by what they say of victims, kind by kind: those with one band of the kind, with
-- several (''), and with none (null). From first_month up to but not including end_month, in one
-- `area` (a district; '' for records that name none) or, where that is null, in all grounds.
-- `fewest` is the smallest number, other than none, of one leaf in one district among them.
WITH /* include counted_leaves */,
/* include chosen_sources */,
/* include wanted_leaves */,
recorded AS (
    SELECT
        row_number() OVER () AS record, source, coalesce(district, '') AS district,
        CASE $ground_kind WHEN 'force' THEN "force" ELSE district END AS ground,
        unnest(list_distinct(list_append(coalesce(flags, []::VARCHAR[]), measure))) AS leaf,
        coalesce(victim_bands, []::VARCHAR[]) AS bands
    FROM incident
    WHERE last_extract IS NULL
        AND measure <> 'left-out'
        AND counted_on >= $first_month::DATE
        AND counted_on < $end_month::DATE
        AND list_contains($measure_sets::VARCHAR[], measure_set)
        AND ($area::VARCHAR IS NULL OR coalesce(district, '') = $area::VARCHAR)
),
of_measure AS (
    SELECT wanted.measure, recorded.*
    FROM recorded
    JOIN wanted
        ON wanted.leaf = recorded.leaf
        AND wanted.source = recorded.source
        AND wanted.ground = recorded.ground
),
by_kind AS (
    SELECT
        measure, record, leaf, district, kind,
        list_filter(bands, lambda band: starts_with(band, kind || '=')) AS own
    FROM of_measure
    CROSS JOIN (SELECT unnest($kinds::VARCHAR[]) AS kind)
),
banded AS (
    SELECT
        measure, record, leaf, district, kind,
        CASE len(own) WHEN 0 THEN NULL WHEN 1 THEN own[1] ELSE '' END AS band
    FROM by_kind
),
by_leaf AS (
    SELECT measure, kind, band, count(*) AS n FROM banded GROUP BY measure, leaf, district, kind, band
),
fewest AS (
    SELECT measure, kind, band, min(n) AS n FROM by_leaf GROUP BY measure, kind, band
),
told AS (
    SELECT measure, kind, band, count(DISTINCT record) AS n FROM banded GROUP BY measure, kind, band
)
SELECT told.measure, told.kind, told.band, told.n::BIGINT AS n, fewest.n::BIGINT AS fewest
FROM told
JOIN fewest
    ON fewest.measure = told.measure
    AND fewest.kind = told.kind
    AND fewest.band IS NOT DISTINCT FROM told.band
ORDER BY told.measure, told.kind, told.band
