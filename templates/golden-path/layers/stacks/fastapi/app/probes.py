"""What the platform asks: is the process alive, may it have requests, what are its metrics."""

from dataclasses import dataclass

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4

from app.item_store import ItemStore
from app.metrics import Metrics

PROBE_PATHS = frozenset({"/healthz", "/readyz", "/metrics"})


@dataclass
class Draining:
    """Whether the process was told to end and only finishes what it has begun."""

    began: bool = False


def create_probes_router(*, store: ItemStore, metrics: Metrics, draining: Draining) -> APIRouter:
    """The routes of the probes, which are neither counted nor traced nor limited."""
    router = APIRouter()

    @router.get("/healthz")
    async def healthz() -> dict[str, str]:
        # nothing but the process: a restart does not bring Redis back
        return {"status": "up"}

    @router.get("/readyz")
    async def readyz() -> JSONResponse:
        if draining.began:
            return JSONResponse({"status": "draining"}, status_code=503)
        if not await store.is_up():
            return JSONResponse({"status": "down", "redis": "does not answer"}, status_code=503)
        return JSONResponse({"status": "up"})

    @router.get("/metrics")
    async def read_metrics() -> Response:
        up = await store.is_up()
        used, idle = store.connections()
        metrics.show_redis(up=up, used=used, idle=idle)
        return Response(metrics.render(), media_type=CONTENT_TYPE_PLAIN_0_0_4)

    return router
