-- name: remove_cancelled(outcomes, statuses)
-- Take the staged rows of some outcomes and statuses, each beside the other, out of what is counted.
DELETE FROM staged
USING (
    SELECT unnest($outcomes::VARCHAR[]) AS outcome, unnest($statuses::VARCHAR[]) AS status
) AS cancelled
WHERE
    staged.outcome IS NOT DISTINCT FROM cancelled.outcome
    AND staged.status IS NOT DISTINCT FROM cancelled.status
