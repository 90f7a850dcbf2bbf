-- name: put_area_links(kinds, codes, own_names, targets, names, districts, changes, file, loaded_by)
-- Keep the lines of a look-up; those that are there already are replaced.
INSERT OR REPLACE INTO area_link BY NAME
SELECT
    unnest($kinds::VARCHAR[]) AS kind, unnest($codes::VARCHAR[]) AS code,
    nullif(unnest($own_names::VARCHAR[]), '') AS name,
    unnest($targets::VARCHAR[]) AS target_code, unnest($names::VARCHAR[]) AS target_name,
    unnest($districts::VARCHAR[]) AS district, nullif(unnest($changes::VARCHAR[]), '') AS change,
    $file AS file, now()::TIMESTAMP AS loaded_at, $loaded_by AS loaded_by
