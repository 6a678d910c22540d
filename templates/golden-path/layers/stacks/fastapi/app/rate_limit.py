"""How many requests a second this process takes."""

import time
from collections.abc import Callable

from fastapi import HTTPException


class TokenBucket:
    """Lets `per_second` requests through each second, and as many at once after a quiet second."""

    def __init__(self, per_second: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_second = per_second
        self._capacity = max(1.0, per_second)
        self._tokens = self._capacity
        self._clock = clock
        self._filled_at = clock()

    def take(self) -> bool:
        """Takes a token if there is one."""
        now = self._clock()
        self._tokens = min(
            self._capacity, self._tokens + (now - self._filled_at) * self._per_second
        )
        self._filled_at = now
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True

    async def guard(self) -> None:
        """A dependency of routes: answers 429 where the bucket is empty."""
        if not self.take():
            raise HTTPException(429, "Too many requests, try again.", headers={"Retry-After": "1"})
