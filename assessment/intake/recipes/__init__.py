"""What was decided about the files of a source, kept so that its next file is read alike."""
