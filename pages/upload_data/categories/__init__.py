"""What the categories of files mean: asked in a grid, said by a list, changed later."""
