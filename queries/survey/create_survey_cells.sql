-- name: create_survey_cells()
-- One row for each cell that holds anything, by response and position, as it is written.
CREATE TEMP TABLE survey_cell AS
SELECT response, position[2:]::INTEGER AS position, said
FROM (
    UNPIVOT survey_response ON COLUMNS(* EXCLUDE (response, is_test)) INTO NAME position VALUE said
)
WHERE said <> ''
