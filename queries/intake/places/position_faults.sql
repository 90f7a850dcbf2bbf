-- name: position_faults()
-- Staged rows whose position cannot be one, by what is wrong with it.
SELECT position_fault, count(*) AS n
FROM staged
WHERE position_fault IS NOT NULL
GROUP BY position_fault
ORDER BY position_fault
