-- name: create_survey_words()
-- The different things said: few, where there are many cells. A table of its own, because a query
-- over both would judge every cell.
CREATE TEMP TABLE survey_word AS
SELECT DISTINCT said FROM survey_cell
