-- name: overlapping_groups(wave, by, others)
-- How many gave the same answers to a question and to each of some others; NULL is none. All of
-- these are questions with one answer each.
WITH mine AS (
    SELECT respondent, option
    FROM survey_answer
    WHERE wave = $wave AND question = $by::INTEGER
),
both_said AS (
    SELECT mine.option AS grp, theirs.question, theirs.option, count(*) AS n
    FROM survey_answer AS theirs
    LEFT JOIN mine USING (respondent)
    WHERE theirs.wave = $wave AND list_contains($others::INTEGER[], theirs.question)
    GROUP BY mine.option, theirs.question, theirs.option
),
sizes AS (
    SELECT option AS grp, count(*) AS n FROM mine GROUP BY option
),
asked AS (
    SELECT unnest($others::INTEGER[]) AS question
)
SELECT grp, question, option, n FROM both_said
UNION ALL
SELECT sizes.grp, asked.question, NULL, sizes.n - coalesce(sum(both_said.n), 0)::BIGINT
FROM sizes
CROSS JOIN asked
LEFT JOIN both_said ON both_said.grp = sizes.grp AND both_said.question = asked.question
GROUP BY sizes.grp, sizes.n, asked.question
HAVING sizes.n > coalesce(sum(both_said.n), 0)
