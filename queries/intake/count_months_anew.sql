-- name: count_months_anew(source, months)
-- Count the current records of a source in some months by measure and smallest area; once more by
-- each flag they carry; those that are left out of every figure, by neither. The ward is the file's
-- own, else that of the LSOA. What arrived as counts is added to its first month.
INSERT INTO monthly_count BY NAME
WITH current_incident AS (
    SELECT
        incident.* EXCLUDE (ward), coalesce(incident.ward, lsoa_ward.ward) AS ward,
        date_trunc('month', counted_on)::DATE AS month
    FROM incident
    LEFT JOIN lsoa_ward USING (lsoa)
    WHERE
        source = $source
        AND last_extract IS NULL
        AND measure <> 'left-out'
        AND date_trunc('month', counted_on)::DATE IN (SELECT unnest($months::DATE[]))
),
current_observation AS (
    SELECT *
    FROM observation
    WHERE
        source = $source
        AND last_extract IS NULL
        AND apart > 0
        AND measure <> 'left-out'
        AND period_start IN (SELECT unnest($months::DATE[]))
)
/* include counts_by_month */
