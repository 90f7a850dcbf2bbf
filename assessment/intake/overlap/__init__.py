"""What an extract answers for, and where it meets what other files have said."""
