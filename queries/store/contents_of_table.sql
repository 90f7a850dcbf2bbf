-- name: contents_of_table(table_name)
-- How many rows a table has, and a sum that differs where any value in it does.
SELECT count(*) AS n, sum(hash(kept))::VARCHAR AS sum_of_hashes
FROM query_table($table_name::VARCHAR) AS kept
