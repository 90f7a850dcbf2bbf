"""Where, when and how records come about: trends, wards, concentration, harm, and repeats."""
