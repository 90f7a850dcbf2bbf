-- An assessment can go over to another scheme: a score counts while the scale is in use on which it
-- was given, and counts again if the assessment comes back to it.

-- The steps of each criterion from some moment on; no rows for an assessment that has kept its scheme.
CREATE TABLE scale_used (
    assessment INTEGER NOT NULL,
    criterion VARCHAR NOT NULL,
    steps VARCHAR NOT NULL,     -- JSON; empty while the scheme has no such criterion
    used_from TIMESTAMP NOT NULL
);

CREATE VIEW score_counting AS
WITH now_used AS (
    SELECT assessment, criterion, arg_max(steps, used_from) AS steps
    FROM scale_used
    GROUP BY assessment, criterion
)
SELECT score.*
FROM score
LEFT JOIN now_used USING (assessment, criterion)
ASOF LEFT JOIN scale_used AS then_used
    ON score.assessment = then_used.assessment AND score.criterion = then_used.criterion
    AND score.scored_at >= then_used.used_from
WHERE now_used.steps IS NOT DISTINCT FROM then_used.steps;
