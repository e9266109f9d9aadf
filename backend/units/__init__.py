"""Units: their tree, and who is on duty in them."""
