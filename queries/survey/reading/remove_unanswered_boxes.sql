-- name: remove_unanswered_boxes(position, ticked, boxes, unticked)
-- Of boxes of which one (`position`) says that the others were not answered: remove that one, and
-- what whoever `ticked` it left `unticked` in the others. What else they ticked stays.
DELETE FROM survey_cell
WHERE
    position = $position::INTEGER
    OR (
        list_contains($boxes::INTEGER[], position) AND list_contains($unticked::VARCHAR[], said)
        AND response IN (
            SELECT response
            FROM survey_cell
            WHERE position = $position::INTEGER AND list_contains($ticked::VARCHAR[], said)
        )
    )
