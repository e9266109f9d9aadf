"""What authors say of the replies they got (R118, R119)."""
