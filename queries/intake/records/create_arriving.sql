-- name: create_arriving()
-- The staged rows as incidents: what their categories, places, forces and flags mean put beside them, and
-- what a record keeps of which an adding file has no column.
CREATE TEMP VIEW arriving AS
SELECT
    staged.rowid AS staged_row, staged.reference, counted_on, event_from, event_to, precision,
    categories.meant AS measure, category,
    CASE
        WHEN len(kept_before.flags) > 0
            THEN list_sort(list_distinct(list_concat(
                kept_before.flags, coalesce(string_split(flagged.meant, ' '), [])
            )))
        ELSE string_split(flagged.meant, ' ')
    END AS flags,
    forces.meant AS "force",
    places.meant AS district, coalesce(staged.ward, kept_before.ward) AS ward,
    coalesce(staged.lsoa, kept_before.lsoa) AS lsoa,
    coalesce(staged.longitude, kept_before.longitude) AS longitude,
    coalesce(staged.latitude, kept_before.latitude) AS latitude,
    coalesce(staged.outcome, kept_before.outcome) AS outcome,
    coalesce(string_split(staged.victims, ' '), kept_before.victims) AS victims,
    coalesce(
        list_sort(list_distinct(string_split(staged.victim_bands, ' '))), kept_before.victim_bands
    ) AS victim_bands,
    place_key
FROM staged
JOIN staged_meaning AS categories
    ON categories.kind = 'category' AND categories.said = staged.category
LEFT JOIN staged_meaning AS places ON places.kind = 'place' AND places.said = staged.place
LEFT JOIN staged_meaning AS forces ON forces.kind = 'force' AND forces.said = staged."force"
LEFT JOIN staged_meaning AS flagged
    ON flagged.kind = 'flags' AND flagged.said = staged.flag_text
LEFT JOIN kept_before ON kept_before.reference = staged.reference
