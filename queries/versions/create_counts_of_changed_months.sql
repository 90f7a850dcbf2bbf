-- name: create_counts_of_changed_months()
-- Count the records and counts of those months as they are looked at; of others the kept counts hold.
CREATE TEMP TABLE changed_count AS
WITH counted AS (
    SELECT *
    FROM observation
    SEMI JOIN changed_month
        ON changed_month.source = observation.source AND changed_month.month = period_start
    WHERE last_extract IS NULL AND apart > 0 AND measure <> 'left-out'
),
standing_record AS NOT MATERIALIZED (
    SELECT incident.*, changed_month.month
    FROM incident
    JOIN changed_month
        ON changed_month.source = incident.source
        AND changed_month.month = date_trunc('month', counted_on)::DATE
    WHERE last_extract IS NULL AND measure <> 'left-out'
),
/* include counted_record */,
placed AS (
    WITH /* include placed_record */
    SELECT * EXCLUDE (month), list(month) AS months
    FROM placed
    GROUP BY ALL
),
/* include located_record */,
/* include counts_by_month */
