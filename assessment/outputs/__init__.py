"""What leaves the product: charts, sentences and files made from the same results."""
