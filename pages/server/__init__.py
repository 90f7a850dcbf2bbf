"""What surrounds the pages on the server: who may reach it, what it says without a store."""
