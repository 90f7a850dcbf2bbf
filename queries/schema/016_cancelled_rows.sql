-- Rows that a file has of crimes that were cancelled, where these were left out of what is counted.
ALTER TABLE extract ADD COLUMN rows_cancelled BIGINT DEFAULT 0;
