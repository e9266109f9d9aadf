"""Targeted collection 定向征集: chosen topics asked of chosen officers, by a day (R13, R14)."""
