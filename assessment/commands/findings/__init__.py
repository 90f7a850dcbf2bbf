"""Commands that answer: what changed, what ranks first, what was chosen, what residents say."""
