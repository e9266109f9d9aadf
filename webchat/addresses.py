"""Whose request it is, as far as a network tells: the address limits are counted by."""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address

from starlette.requests import Request

from webchat.config import Network

HOUSEHOLD = 64  # bits of an IPv6 address that name a connection; the rest its owner changes at will


def of(request: Request, proxies: Sequence[Network]) -> str:
    """Go back through trusted proxies; what anybody else claims in a header counts for nothing."""
    address = request.client.host if request.client else ""
    claimed = ",".join(request.headers.getlist("x-forwarded-for")).split(",")
    while _trusted(address, proxies) and claimed:
        before = claimed.pop().strip()
        if parsed(before) is None:
            break
        address = before
    return household(address)


def parsed(address: str) -> IPv4Address | IPv6Address | None:
    try:
        found = ip_address(address)
    except ValueError:
        return None
    return (found.ipv4_mapped or found) if isinstance(found, IPv6Address) else found


def _trusted(address: str, proxies: Sequence[Network]) -> bool:
    found = parsed(address)
    return found is not None and any(found in network for network in proxies)


def household(address: str) -> str:
    found = parsed(address)
    if isinstance(found, IPv6Address):
        return str(int(found) >> (found.max_prefixlen - HOUSEHOLD))
    return str(found or address)
