-- In which bands of age, sex, ethnic group and relation the victims of a record are, each band once
-- ('age=18-24'); null where its file said none or was not to be read for them.
ALTER TABLE incident ADD COLUMN victim_bands VARCHAR[];
