"""How sources look: months as a picture, freshness and findings in words, lists as tables."""
