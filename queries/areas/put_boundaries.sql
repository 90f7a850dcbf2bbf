-- name: put_boundaries(kinds, vintages, codes, names, districts, welsh_names, shapes, file, loaded_by)
-- Keep boundaries; those that are there already are replaced.
INSERT OR REPLACE INTO boundary BY NAME
SELECT
    unnest($kinds::VARCHAR[]) AS kind, unnest($vintages::INTEGER[]) AS vintage,
    unnest($codes::VARCHAR[]) AS code, unnest($names::VARCHAR[]) AS name,
    unnest($districts::VARCHAR[]) AS district, unnest($welsh_names::VARCHAR[]) AS welsh_name,
    unnest($shapes::BLOB[]) AS shape,
    $file AS file, now()::TIMESTAMP AS loaded_at, $loaded_by AS loaded_by
