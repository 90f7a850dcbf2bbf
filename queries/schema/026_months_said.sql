-- Which months the analyst said that an extract answers for; null where it was left to its rows.
ALTER TABLE extract ADD COLUMN covers DATE[];
