-- name: measures_recorded(districts, first_month, end_month)
-- What any record of some districts is recorded under or flagged with, and in which set.
SELECT DISTINCT measure_set, measure
FROM monthly_district_count
WHERE list_contains($districts::VARCHAR[], district)
    AND month >= $first_month::DATE
    AND month < $end_month::DATE
ORDER BY ALL
