-- name: put_area_names(codes, names, districts)
-- Let areas be shown by the names that a file of boundaries gives them.
INSERT OR REPLACE INTO area BY NAME
SELECT
    unnest($codes::VARCHAR[]) AS code, unnest($names::VARCHAR[]) AS name,
    unnest($districts::VARCHAR[]) AS district
