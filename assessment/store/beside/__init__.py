"""What lies beside the store's file: incoming files, scratch space, the key of marks."""
