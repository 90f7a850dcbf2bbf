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
standing_record AS NOT MATERIALIZED (
    SELECT *, date_trunc('month', counted_on)::DATE AS month
    FROM incident
    WHERE
        source = $source
        AND last_extract IS NULL
        AND measure <> 'left-out'
        -- The table keeps the first and the last day of each part of it: most parts are passed over.
        AND counted_on >= list_min($months::DATE[])
        AND counted_on < list_max($months::DATE[]) + INTERVAL 1 MONTH
        AND (
            -- Where no month between is left out, none has to be looked for.
            date_diff('month', list_min($months::DATE[]), list_max($months::DATE[])) + 1
            = len(list_distinct($months::DATE[]))
            OR list_contains($months::DATE[], date_trunc('month', counted_on)::DATE)
        )
),
/* include counted_record */,
-- Where many records lie in one place, the place is looked up once.
placed AS (
    WITH /* include placed_record */
    SELECT * EXCLUDE (month), list(month) AS months
    FROM placed
    GROUP BY ALL
),
/* include located_record */,
/* include counts_by_month */
