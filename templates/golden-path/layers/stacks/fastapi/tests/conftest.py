"""A service whose Redis is in memory and can be taken away."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import fakeredis
import pytest
from fastapi.testclient import TestClient
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from app.main import create_app
from app.probes import Draining
from app.settings import Settings


@dataclass
class Service:
    """A service under test, and what a test may do to it."""

    settings: Settings
    draining: Draining = field(default_factory=Draining)
    server: fakeredis.FakeServer = field(default_factory=fakeredis.FakeServer)
    spans: InMemorySpanExporter = field(default_factory=InMemorySpanExporter)

    def __post_init__(self) -> None:
        provider = TracerProvider(shutdown_on_exit=False)
        provider.add_span_processor(SimpleSpanProcessor(self.spans))
        self.redis = fakeredis.FakeAsyncRedis(server=self.server, decode_responses=True)
        self.app = create_app(
            self.settings,
            redis=self.redis,
            tracer_provider=provider,
            draining=self.draining,
        )
        self.client = TestClient(self.app, raise_server_exceptions=False)

    def metric(self, series: str) -> float:
        """The value of a series as a scrape shows it."""
        for line in self.client.get("/metrics").text.splitlines():
            name, _, value = line.rpartition(" ")
            if name == series:
                return float(value)
        raise AssertionError(f"/metrics has no series {series}")


StartService = Callable[..., Service]


@pytest.fixture
def start_service() -> Iterator[StartService]:
    """Starts services; the settings are given by name."""
    running: list[TestClient] = []

    def start(**settings: Any) -> Service:
        service = Service(Settings(**{"service_name": "shelf", **settings}))
        service.client.__enter__()
        running.append(service.client)
        return service

    yield start
    for client in running:
        client.__exit__(None, None, None)


@pytest.fixture
def service(start_service: StartService) -> Service:
    """A service with the settings that it has where nobody sets any."""
    return start_service()
