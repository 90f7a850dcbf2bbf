-- name: create_new_coverage(extract, source, measure_set, subjects, area_kinds, areas, months, known, partial_months)
-- What the extract that is being checked would answer for.
CREATE TEMP TABLE new_coverage AS
/* include coverage_cells */
