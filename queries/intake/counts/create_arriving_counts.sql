-- name: create_arriving_counts(measure, category, force, district, ward, lsoa, area_kind, area, period_start, period_end, value, low, high, apart, status)
-- The counts of a table as they were understood, one row each, before anything is kept.
CREATE TEMP TABLE arriving_count AS
SELECT
    unnest($measure::VARCHAR[]) AS measure, unnest($category::VARCHAR[]) AS category,
    unnest($force::VARCHAR[]) AS "force", unnest($district::VARCHAR[]) AS district,
    unnest($ward::VARCHAR[]) AS ward, unnest($lsoa::VARCHAR[]) AS lsoa,
    unnest($area_kind::VARCHAR[]) AS area_kind, unnest($area::VARCHAR[]) AS area,
    unnest($period_start::DATE[]) AS period_start, unnest($period_end::DATE[]) AS period_end,
    unnest($value::BIGINT[]) AS value, unnest($low::BIGINT[]) AS low,
    unnest($high::BIGINT[]) AS high, unnest($apart::BIGINT[]) AS apart,
    unnest($status::VARCHAR[]) AS status
