-- name: keys_to_synthetic_rows()
-- The tables whose rows are synthetic because of a row that one of their columns names, with that
-- column and the table it leads to. They are read from the schema: a new table is among them.
WITH kept AS (
    SELECT table_name, list(column_name) AS columns
    FROM duckdb_columns()
    SEMI JOIN duckdb_tables() USING (database_name, schema_name, table_name)
    WHERE database_name = current_database() AND NOT internal
    GROUP BY table_name
),
named (column_name, owner) AS (
    VALUES
    ('assessment', 'assessment'),
    ('extract', 'extract'),
    ('first_extract', 'extract'),
    ('partnership', 'partnership'),
    ('wave', 'survey_wave')
)
SELECT table_name, column_name, owner
FROM kept
INNER JOIN named ON column_name IN columns
-- A table that marks its own rows follows nobody else's mark.
WHERE 'synthetic' NOT IN columns
ORDER BY owner, table_name
