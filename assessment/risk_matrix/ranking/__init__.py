"""From scores to ranks, and how firm the ranks are."""
