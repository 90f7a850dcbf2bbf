-- name: create_survey_cells(positions)
-- One row for each cell that holds anything, by response and position, as it is written.
-- `positions` are those of the columns that are kept, in their order.
CREATE TEMP TABLE survey_cell AS
SELECT response, position, said
FROM (
    SELECT
        response, unnest($positions::INTEGER[]) AS position,
        unnest([*COLUMNS('^c[0-9]+$')]) AS said
    FROM survey_response
)
WHERE said <> ''
