"""From evidence and judgement to a ranked list: schemes, scores, the workshop, and robustness."""
