-- name: keep_cancelled(outcomes, statuses)
-- Keep which staged rows of some outcomes and statuses are left out: a file that says of a record
-- that it was cancelled ends it, and answers for its month.
INSERT INTO staged_cancelled BY NAME
SELECT reference, counted_on, precision, "force", place, category
FROM staged
SEMI JOIN (
    SELECT unnest($outcomes::VARCHAR[]) AS outcome, unnest($statuses::VARCHAR[]) AS status
) AS cancelled
    ON staged.outcome IS NOT DISTINCT FROM cancelled.outcome
        AND staged.status IS NOT DISTINCT FROM cancelled.status
