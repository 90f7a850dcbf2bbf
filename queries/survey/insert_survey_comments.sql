-- name: insert_survey_comments(wave)
-- What people wrote, waiting to be read. The order is that of a digest of the words, so that it
-- says nothing of who wrote them.
INSERT INTO survey_comment BY NAME
SELECT
    $wave AS wave, rest.question,
    row_number() OVER (PARTITION BY rest.question ORDER BY md5(cell.said), cell.said)::INTEGER AS number,
    cell.said AS text, 'waiting' AS status, NULL AS theme, NULL AS reviewed_by,
    NULL AS reviewed_at
FROM survey_cell AS cell
JOIN survey_rest AS rest ON cell.position = rest.position AND rest.kind = 'text'
ANTI JOIN survey_meaning AS meaning
    ON cell.position = meaning.position AND cell.said = meaning.said
