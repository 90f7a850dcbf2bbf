"""What is chosen, in the address of a page, and what an address may not ask for."""
