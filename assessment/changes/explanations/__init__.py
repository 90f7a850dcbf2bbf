"""Why figures changed, in the words of people who know: beside the verdict, and never in it."""
