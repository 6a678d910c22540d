"""Errors and delays on demand, to try alerts, canaries and the runbook.

They exist only where FAULTS_ENABLED=true, which the chart refuses for production.
"""

import asyncio
import random
import re
from collections.abc import Callable
from typing import Annotated

from fastapi import Header, HTTPException

from app.settings import Settings

_DELAY = re.compile(r"delay=([0-9]{1,5})")


class Faults:
    """What FAULT_ERROR_RATIO, FAULT_DELAY_MS and the header x-fault do to a request."""

    def __init__(
        self, settings: Settings, random_ratio: Callable[[], float] = random.random
    ) -> None:
        self._enabled = settings.faults_enabled
        self._error_ratio = settings.fault_error_ratio
        self._delay_ms = settings.fault_delay_ms
        self._random_ratio = random_ratio

    async def guard(self, x_fault: Annotated[str | None, Header()] = None) -> None:
        """A dependency of routes: waits or fails where it is told to."""
        if not self._enabled:
            return
        delay_ms = self._delay_ms
        fails = self._random_ratio() < self._error_ratio
        if x_fault == "error":
            fails = True
        elif x_fault is not None:
            delay = _DELAY.fullmatch(x_fault)
            if delay is None:
                raise HTTPException(400, "x-fault is either error or delay=<milliseconds>.")
            delay_ms += int(delay[1])
        if delay_ms:
            await asyncio.sleep(delay_ms / 1000)
        if fails:
            raise HTTPException(500, "A fault that was asked for.")
