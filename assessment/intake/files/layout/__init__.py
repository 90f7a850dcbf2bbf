"""How a table is laid out for people: its header's lines, totals, notes and grouped cells."""
