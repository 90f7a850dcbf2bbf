"""What each column of a file is: by its heading, by its values, or asked."""
