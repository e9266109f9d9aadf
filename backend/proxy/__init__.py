"""Entering a suggestion for somebody else 代理录入 (R22, R95)."""
