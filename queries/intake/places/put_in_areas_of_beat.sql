-- name: put_in_areas_of_beat(beats, wards, districts, places, meant)
-- Give staged rows the ward and the district of their beat, where they name none themselves; no ward
-- of another district than they name. Places come with the districts that they mean.
UPDATE staged
SET ward = coalesce(staged.ward, known.ward), place = coalesce(staged.place, known.district)
FROM (
    SELECT
        unnest($beats::VARCHAR[]) AS beat, unnest($wards::VARCHAR[]) AS ward,
        unnest($districts::VARCHAR[]) AS district
) AS known
WHERE
    staged.beat = known.beat
    AND (staged.ward IS NULL OR staged.place IS NULL)
    AND (
        staged.place IS NULL
        OR known.district IS NULL
        OR (staged.place, known.district) IN (
            SELECT (unnest($places::VARCHAR[]), unnest($meant::VARCHAR[]))
        )
    )
