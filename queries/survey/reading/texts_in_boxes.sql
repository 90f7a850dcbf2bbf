-- name: texts_in_boxes(positions)
-- What is said in some columns: how many responses say it in any of them, and how many in all.
SELECT said, count(*) AS responses, count(*) FILTER (boxes = len($positions::INTEGER[])) AS in_all
FROM (
    SELECT said, response, count(*) AS boxes
    FROM survey_cell
    WHERE list_contains($positions::INTEGER[], position)
    GROUP BY said, response
)
GROUP BY said
ORDER BY said
