"""Collecting without signal 离线采集: phones of officers, photos in pieces, entries that come later (R22)."""
