-- Whose residents a survey asks: a partnership by its id, or nobody's in particular (NULL).
ALTER TABLE survey ADD COLUMN partnership VARCHAR;
