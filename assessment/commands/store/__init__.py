"""Commands about the store itself: made, checked, copied, opened in a browser."""
