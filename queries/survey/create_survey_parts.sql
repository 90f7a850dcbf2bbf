-- name: create_survey_parts(positions, separators, glued)
-- Part what holds several options: a row for each, with its place. `glued` lists, for each column,
-- options that hold the separator and stay whole.
CREATE TEMP TABLE survey_part AS
WITH parted AS (
    SELECT
        unnest($positions::INTEGER[]) AS position, unnest($separators::VARCHAR[]) AS separator,
        unnest($glued::VARCHAR[][]) AS glued
),
split AS (
    SELECT
        position, said, separator,
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
                lambda part: trim(replace(part, chr(31), separator))
            ),
            lambda part: part <> ''
        ) AS parts
    FROM survey_value
    JOIN parted USING (position)
)
SELECT position, said, unnest(parts) AS part, unnest(range(1, len(parts) + 1))::INTEGER AS place
FROM split
