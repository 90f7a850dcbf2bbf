"""Which commands there are and what each takes, apart from what carries them out.

Nothing here imports a library: help, and the word for a misspelt option, come at once, and from a
Python without the libraries too.
"""
