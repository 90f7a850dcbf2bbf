-- name: tables_kept()
-- The tables of the store, by name.
SELECT table_name
FROM duckdb_tables()
WHERE database_name = current_database() AND NOT internal AND NOT temporary
ORDER BY table_name
