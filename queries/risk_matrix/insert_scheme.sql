-- name: insert_scheme(id, version, body, based_on, author, made_on)
-- Keep a version of a scheme, made now unless it says when; one that is there already is refused.
INSERT INTO scheme BY NAME
SELECT
    $id AS id, $version AS version, $body AS body, $based_on AS based_on, $author AS author,
    coalesce($made_on::DATE::TIMESTAMP, now()::TIMESTAMP) AS made_at
