"""Commands that bring data in: files, recipes, meanings of categories, sources, areas."""
