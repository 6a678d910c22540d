"""Logs: one JSON object a line on stdout."""

import json
import logging
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from opentelemetry import trace

from app.settings import Settings

_LEVELS = {
    "debug": logging.DEBUG,
    "info": logging.INFO,
    "warn": logging.WARNING,
    "error": logging.ERROR,
}
_NAMES = {logging.WARNING: "warn", logging.CRITICAL: "error"}


class JsonFormatter(logging.Formatter):
    """Writes a record with the service's name and the ids of the trace that it belongs to."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._always = {"service": settings.service_name, "version": settings.service_version}

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": _NAMES.get(record.levelno, record.levelname.lower()),
            "message": record.getMessage(),
            **self._always,
        }
        context = trace.get_current_span().get_span_context()
        if context.is_valid:
            line["trace_id"] = trace.format_trace_id(context.trace_id)
            line["span_id"] = trace.format_span_id(context.span_id)
        fields = getattr(record, "fields", None)
        if isinstance(fields, Mapping):
            line.update(fields)
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def start_logs(settings: Settings) -> None:
    """Sends everything that is logged in this process, the server's own lines too, to stdout."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(JsonFormatter(settings))
    logging.basicConfig(level=_LEVELS[settings.log_level], handlers=[handler], force=True)
