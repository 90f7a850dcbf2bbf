"""The page Times."""
