-- name: put_assessment_record(assessment, document)
-- Keep what has been agreed as one document.
INSERT OR REPLACE INTO assessment_record
SELECT $assessment, $document
