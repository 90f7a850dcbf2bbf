-- name: create_survey_split(positions, separators, glued)
-- Split what holds several options: for each thing said in some columns, its parts in their order.
-- `glued` lists, for each column, options that hold the separator and stay whole.
CREATE OR REPLACE TEMP TABLE survey_split AS
WITH parted AS (
    SELECT
        unnest($positions::INTEGER[]) AS position, unnest($separators::VARCHAR[]) AS separator,
        unnest($glued::VARCHAR[][]) AS glued
)
SELECT
    position, said, n,
    list_filter(
        list_transform(
            string_split(
                list_reduce(
                    glued,
                    lambda text, option: replace(text, option, replace(option, separator, chr(31))),
                    said
                ),
                separator
            ),
            lambda part: replace(part, chr(31), separator)
        ),
        lambda part: trim(part) <> ''
    ) AS parts
FROM survey_value
JOIN parted USING (position)
