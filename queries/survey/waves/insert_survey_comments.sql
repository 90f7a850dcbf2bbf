-- name: insert_survey_comments(wave)
-- What people wrote, waiting to be read. The order is that of a digest of the words, so that it
-- says nothing of who wrote them.
INSERT INTO survey_comment BY NAME
WITH own_words AS (
    SELECT rest.question, written.position, written.said, written.part
    FROM survey_part AS written
    JOIN survey_rest AS rest ON written.position = rest.position AND rest.kind = 'text'
    ANTI JOIN survey_meaning AS meaning
        ON written.position = meaning.position AND written.part = meaning.said
)
SELECT
    $wave AS wave, own_words.question,
    row_number() OVER (
        PARTITION BY own_words.question ORDER BY md5(part), part
    )::INTEGER AS number,
    part AS text, 'waiting' AS status, NULL AS theme, NULL AS reviewed_by, NULL AS reviewed_at
FROM survey_cell AS cell
JOIN own_words ON cell.position = own_words.position AND cell.said = own_words.said
