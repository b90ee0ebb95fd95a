"""How often somebody may ask: a bucket of requests for each key and address, refilled evenly.

Remembers only so many at a time, the longest unseen forgotten first. Refuses to wait: it says how long to.
"""

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable

_REMEMBERED = 10_000
_SHARE = 10
"""The share of a minute's requests that may come at once: a tenth."""


class Buckets:
    """`rate` requests a minute for each caller, a tenth of them at once; 0 is no limit."""

    def __init__(self, rate: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._speed = rate / 60
        self._room = max(rate / _SHARE, 1.0)
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, caller: str, cost: float = 1.0) -> float:
        """Take a request out of the caller's bucket: 0.0 where that was possible, else seconds until it will be.

        A `cost` above the bucket's room leaves a debt.
        """
        if not self._speed:
            return 0.0
        now = self._clock()
        left, seen = self._left.pop(caller, (self._room, now))
        left = min(self._room, left + (now - seen) * self._speed)
        wait = max(0.0, (1.0 - left) / self._speed)
        self._left[caller] = (left if wait else left - cost, now)
        if len(self._left) > _REMEMBERED:
            self._left.popitem(last=False)
        return wait


def caller_of(address: str) -> str:
    """Who an address stands for: itself, and of IPv6 the network that one customer holds.

    >>> caller_of("203.0.113.7"), caller_of("2001:db8:1:2:3::4")
    ('203.0.113.7', '2001:db8:1:2::/64')
    """
    try:
        read = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(read, ipaddress.IPv6Address) and read.ipv4_mapped is None:
        return str(ipaddress.ip_network((read, 64), strict=False))
    return str(read)


def is_loopback(address: str) -> bool:
    """Whether an address or host name is this machine itself.

    >>> [is_loopback(one) for one in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "example.org")]
    [True, True, True, False, False]
    """
    try:
        return ipaddress.ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return address.lower() == "localhost"
