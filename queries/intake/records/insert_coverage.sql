-- name: insert_coverage(extract, source, measure_set, subjects, area_kinds, areas, months, known, partial_months)
-- Record what the extract answers for, cell by cell.
INSERT INTO coverage BY NAME
/* include coverage_cells */
