-- name: count_months_anew(source, months)
-- Count the current records of a source in some months by measure and smallest area; once more by
-- each flag they carry; those that are left out of every figure, by neither. What arrived as counts
-- is added to its first month.
INSERT INTO monthly_count BY NAME
WITH counted AS (
    SELECT *
    FROM observation
    WHERE
        source = $source
        AND last_extract IS NULL
        AND apart > 0
        AND measure <> 'left-out'
        AND period_start IN (SELECT unnest($months::DATE[]))
),
recorded AS (
    SELECT
        source, measure_set, measure, flags, "force", district, ward, lsoa, longitude, latitude,
        date_trunc('month', counted_on)::DATE AS month
    FROM incident
    WHERE
        source = $source
        AND last_extract IS NULL
        AND measure <> 'left-out'
        -- The table keeps the first and the last day of each part of it: most parts are passed over.
        AND counted_on >= list_min($months::DATE[])
        AND date_trunc('month', counted_on)::DATE IN (SELECT unnest($months::DATE[]))
),
/* include located_record */
/* include counts_by_month */
