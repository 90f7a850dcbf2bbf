-- name: staged_victims()
-- How many staged rows there are, how many name a victim, how many different ones, how often the one
-- that is named most, and the largest where all are whole numbers (else null).
WITH named AS (SELECT victims, count(*) AS n FROM staged GROUP BY victims)
SELECT
    coalesce(sum(n), 0)::BIGINT AS rows,
    coalesce(sum(n) FILTER (victims IS NOT NULL), 0)::BIGINT AS naming,
    count(victims) AS victims,
    coalesce(max(n) FILTER (victims IS NOT NULL), 0) AS most,
    CASE WHEN bool_and(regexp_full_match(victims, '\d{1,9}')) THEN max(try_cast(victims AS BIGINT)) END
        AS largest
FROM named
