"""Quotas and targets 任务数 (R88, R89, R92-R97): one function counts for chat, unit and office."""
