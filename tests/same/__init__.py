"""Whether what the product prints and shows is what it was before: everything is asked twice."""
