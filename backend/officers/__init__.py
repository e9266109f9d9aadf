"""Information officers 信息员 and proxies 代理员, and their contact points 联系点 (R16, R17, R22)."""
