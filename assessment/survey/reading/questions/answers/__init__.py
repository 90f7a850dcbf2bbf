"""What is said in answer to a question: options, their scale and languages, names of people."""
