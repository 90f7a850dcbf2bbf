-- name: sum_survey_weights(wave)
-- The weights of a wave's responses: how many there are, their sum and that of their squares, the
-- least and the largest, and how many weigh nothing.
SELECT
    count(*) AS n, coalesce(sum(weight), 0)::DOUBLE AS total,
    coalesce(sum(weight * weight), 0)::DOUBLE AS squares, min(weight) AS least,
    max(weight) AS most, count(*) FILTER (weight = 0) AS without
FROM survey_weight
WHERE wave = $wave
