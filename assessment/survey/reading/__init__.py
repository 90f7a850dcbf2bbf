"""From the export of a survey tool to questions with their answers: nothing is kept yet."""
