"""What a load changes of the records that are there, before it is kept."""
