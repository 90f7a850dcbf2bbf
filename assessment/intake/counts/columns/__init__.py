"""How a table of counts is laid out: what each of its columns holds, and the lines above them."""
