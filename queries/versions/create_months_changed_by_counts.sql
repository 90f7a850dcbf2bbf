-- name: create_months_changed_by_counts()
-- The first months of the counts that the checked table adds, changes or withdraws.
CREATE TEMP TABLE changed_month AS
SELECT DISTINCT new_extract.source, month
FROM new_extract, count_pairing
WHERE fate <> 'unchanged'
