"""Every error is answered as application/problem+json (RFC 9457)."""

import json
import logging
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from redis.exceptions import RedisError
from starlette.exceptions import HTTPException

_logger = logging.getLogger(__name__)


def problem(
    status: int, detail: str, *, instance: str, headers: dict[str, str] | None = None
) -> Response:
    """An answer that says what went wrong; instance is the path that was asked for."""
    return Response(
        json.dumps(
            {
                "type": "about:blank",
                "title": HTTPStatus(status).phrase,
                "status": status,
                "detail": detail,
                "instance": instance,
            }
        ),
        status_code=status,
        media_type="application/problem+json",
        headers=headers,
    )


async def _answer_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101
    headers = dict(error.headers) if error.headers else None
    return problem(error.status_code, error.detail, instance=request.url.path, headers=headers)


async def _answer_wrong_request(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    # where and what, never the value: it is the caller's own
    detail = "; ".join(
        f"{'.'.join(str(part) for part in wrong['loc'])}: {wrong['msg']}"
        for wrong in error.errors()
    )
    return problem(400, detail, instance=request.url.path)


async def _answer_without_redis(request: Request, error: Exception) -> Response:
    _logger.error("Redis did not answer", extra={"fields": {"reason": type(error).__name__}})
    return problem(503, "The data store does not answer.", instance=request.url.path)


def add_problems(app: FastAPI) -> None:
    """Makes the app answer its errors as problems."""
    app.add_exception_handler(HTTPException, _answer_http)
    app.add_exception_handler(RequestValidationError, _answer_wrong_request)
    app.add_exception_handler(RedisError, _answer_without_redis)
