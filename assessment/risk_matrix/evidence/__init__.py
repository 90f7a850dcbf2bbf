"""What is counted of issues: values with their errors, what is withheld, and where it is from."""
