"""Puts the service together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import Depends, FastAPI
from fastapi.routing import APIRoute
from opentelemetry.sdk.trace import TracerProvider
from redis.asyncio import Redis

from app.body_limit import BodyLimit
from app.faults import Faults
from app.item_store import ItemStore
from app.items import create_items_router
from app.metrics import Metrics
from app.observation import Observation
from app.probes import Draining, create_probes_router
from app.problems import add_problems
from app.rate_limit import TokenBucket
from app.settings import Settings


def create_app(
    settings: Settings, *, redis: Redis, tracer_provider: TracerProvider, draining: Draining
) -> FastAPI:
    """The whole service, without a server around it."""
    tracer = tracer_provider.get_tracer("app")
    metrics = Metrics(settings)
    store = ItemStore(redis, service=settings.service_name, tracer=tracer)
    limit = TokenBucket(settings.rate_limit_per_second)
    faults = Faults(settings)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        await store.close()
        tracer_provider.shutdown()

    app = FastAPI(
        title=settings.service_name,
        version=settings.service_version,
        lifespan=lifespan,
        # these pages load scripts from elsewhere; /openapi.json stays
        docs_url=None,
        redoc_url=None,
    )
    add_problems(app)
    items = create_items_router(store, guards=[Depends(limit.guard), Depends(faults.guard)])
    for route in items.routes:
        if isinstance(route, APIRoute):
            for method in route.methods or ():
                metrics.expect_route(method, route.path)
    app.include_router(items)
    app.include_router(create_probes_router(store=store, metrics=metrics, draining=draining))
    # the last one added is the outermost
    app.add_middleware(BodyLimit)
    app.add_middleware(Observation, metrics=metrics, tracer=tracer)
    return app
