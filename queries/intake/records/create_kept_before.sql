-- name: create_kept_before(source, adds, lacking)
-- What current records of a source say in columns that an adding file lacks, by reference: a record that
-- it has too keeps that. Nothing where the file is all of its months.
CREATE TEMP TABLE kept_before AS
SELECT
    reference,
    CASE WHEN list_contains($lacking::VARCHAR[], 'ward') THEN ward END AS ward,
    CASE WHEN list_contains($lacking::VARCHAR[], 'lsoa') THEN lsoa END AS lsoa,
    CASE WHEN list_contains($lacking::VARCHAR[], 'position') THEN longitude END AS longitude,
    CASE WHEN list_contains($lacking::VARCHAR[], 'position') THEN latitude END AS latitude,
    CASE WHEN list_contains($lacking::VARCHAR[], 'outcome') THEN outcome END AS outcome,
    CASE WHEN list_contains($lacking::VARCHAR[], 'victim_reference') THEN victims END AS victims,
    CASE WHEN list_contains($lacking::VARCHAR[], 'victim_bands') THEN victim_bands END AS victim_bands,
    list_intersect(flags, $lacking::VARCHAR[]) AS flags
FROM incident
SEMI JOIN staged ON staged.reference = incident.reference
WHERE $adds AND source = $source AND last_extract IS NULL
