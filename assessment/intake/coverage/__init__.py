"""What an extract answers for, and what is there already of the same."""
