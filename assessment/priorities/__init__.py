"""From a ranked list to priorities: the line, the grouping, the reasons, who agreed, the record."""
