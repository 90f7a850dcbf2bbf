-- name: insert_count_coverage(extract, source, measure_set, subjects, area_kinds, areas, months, block_starts, block_ends, partial, known)
-- Record what a table of counts answers for.
INSERT INTO coverage BY NAME
/* include count_coverage_cells */
