"""Around every request: its span, its metrics, its log line, and an answer if all else fails."""

import logging
import time
from collections.abc import Callable

from opentelemetry.propagate import extract
from opentelemetry.trace import SpanKind, StatusCode, Tracer
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.metrics import Metrics
from app.probes import PROBE_PATHS
from app.problems import problem

_logger = logging.getLogger("app.request")

_METHODS = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"})


class Observation:
    """ASGI middleware; the outermost, so that it sees what the others answer."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        metrics: Metrics,
        tracer: Tracer,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._app = app
        self._metrics = metrics
        self._tracer = tracer
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] in PROBE_PATHS:
            await self._app(scope, receive, send)
            return

        began = self._clock()
        status = 0
        # callers may send any word as a method: a label must not grow with what they send
        method: str = scope["method"] if scope["method"] in _METHODS else "other"

        async def send_and_note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        headers = {
            key.decode("latin-1"): value.decode("latin-1") for key, value in scope["headers"]
        }
        with self._tracer.start_as_current_span(
            method, context=extract(headers), kind=SpanKind.SERVER
        ) as span:
            try:
                await self._app(scope, receive, send_and_note)
            except Exception:
                _logger.exception("request failed")
                if status == 0:
                    answer = problem(500, "Something went wrong.", instance=scope["path"])
                    await answer(scope, receive, send_and_note)
            seconds = self._clock() - began
            # the pattern, never the path, for the same reason
            route: str = getattr(scope.get("route"), "path", "unmatched")
            self._metrics.count(method=method, route=route, status=status, seconds=seconds)
            span.update_name(f"{method} {route}")
            span.set_attributes(
                {
                    "http.request.method": method,
                    "http.route": route,
                    "http.response.status_code": status,
                }
            )
            if status >= 500:
                span.set_status(StatusCode.ERROR)
            _logger.info(
                "request",
                extra={
                    "fields": {
                        "method": method,
                        "route": route,
                        "status": status,
                        "duration_ms": round(seconds * 1000, 1),
                    }
                },
            )
