"""The parties of a page: their names, the phrases and pronouns that mean them, and who belongs to whom."""
