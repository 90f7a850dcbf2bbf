-- name: remove_empty_scorer(assessment, agency, role, joined_at)
-- Take away who joined at a moment and has scored nothing, on steps in use or not; no row where there is nobody like that.
DELETE FROM scorer
WHERE
    assessment = $assessment AND agency = $agency AND role = $role AND joined_at = $joined_at
    AND token NOT IN (SELECT score.scorer FROM score WHERE score.assessment = $assessment)
RETURNING joined_at
