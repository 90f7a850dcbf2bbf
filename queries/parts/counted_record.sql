-- part: counted_record
-- Each record under its measure, and once more under each flag it carries. The table packs its texts, and
-- groups them fast as long as they come straight from it: so it is read twice rather than kept between.
recorded AS (
    SELECT source, measure_set, measure, "force", district, ward, lsoa, longitude, latitude, month
    FROM standing_record
    UNION ALL BY NAME
    SELECT
        source, measure_set, unnest(flags) AS measure, "force", district, ward, lsoa, longitude, latitude,
        month
    FROM standing_record
    WHERE flags IS NOT NULL
)
