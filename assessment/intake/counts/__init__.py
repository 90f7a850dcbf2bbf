"""Tables of counts: files whose cells say how many there were, and not one row for each record."""
