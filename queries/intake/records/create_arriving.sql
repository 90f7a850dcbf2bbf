-- name: create_arriving()
-- The staged rows as incidents: what their categories, places, forces and flags mean put beside them.
CREATE TEMP VIEW arriving AS
SELECT
    staged.rowid AS staged_row, reference, counted_on, event_from, event_to, precision,
    categories.meant AS measure, category, string_split(flagged.meant, ' ') AS flags,
    forces.meant AS "force",
    places.meant AS district, ward, lsoa, longitude, latitude, outcome,
    string_split(victims, ' ') AS victims,
    list_sort(list_distinct(string_split(victim_bands, ' '))) AS victim_bands, place_key
FROM staged
JOIN staged_meaning AS categories
    ON categories.kind = 'category' AND categories.said = staged.category
LEFT JOIN staged_meaning AS places ON places.kind = 'place' AND places.said = staged.place
LEFT JOIN staged_meaning AS forces ON forces.kind = 'force' AND forces.said = staged."force"
LEFT JOIN staged_meaning AS flagged
    ON flagged.kind = 'flags' AND flagged.said = staged.flag_text
