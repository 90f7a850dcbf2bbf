-- Refused rows can be put right and loaded once: each has a number in its extract, the names of the
-- cells that were kept (empty where they could not be told apart), and the extract that brought it right.
ALTER TABLE rejected_row ADD COLUMN number INTEGER;
ALTER TABLE rejected_row ADD COLUMN header VARCHAR;
ALTER TABLE rejected_row ADD COLUMN corrected_by INTEGER;
