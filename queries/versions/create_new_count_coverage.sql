-- name: create_new_count_coverage(extract, source, measure_set, subjects, area_kinds, areas, months, block_starts, block_ends, partial, known)
-- What the table of counts that is being checked would answer for.
CREATE TEMP TABLE new_coverage AS
/* include count_coverage_cells */
