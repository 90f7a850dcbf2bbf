"""The pages of the dashboard, a folder each, and what several of them share."""
