"""Which months, districts and data sets an extract answers for."""
