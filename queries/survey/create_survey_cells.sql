-- name: create_survey_cells(blank)
-- One row for each cell that says anything, by response and position. A blank by another name
-- ("No answer", "-") says nothing.
CREATE TEMP TABLE survey_cell AS
SELECT response, position[2:]::INTEGER AS position, trim(said, chr(9) || chr(10) || chr(13) || chr(32) || chr(160)) AS said
FROM (
    UNPIVOT survey_response ON COLUMNS(* EXCLUDE (response, is_test)) INTO NAME position VALUE said
)
WHERE
    lower(trim(said, chr(9) || chr(10) || chr(13) || chr(32) || chr(160) || '.-–—()[]<>#')) NOT IN (
        SELECT unnest($blank::VARCHAR[])
    )
