"""What goes to the printer: slips with number and query code, and posters of ways in (R25, R39, R55)."""
