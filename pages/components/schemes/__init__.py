"""Widgets of the page on which schemes are read, copied, changed and used."""
