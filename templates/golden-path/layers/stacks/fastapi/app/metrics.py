"""What Prometheus reads at /metrics. SLOs, alerts and dashboards use these names."""

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)

from app.settings import Settings

# objectives for latency stand at 0.4, 0.5, 1 or 2 s: each needs a bucket that ends there
_LATENCY_BUCKETS = (0.05, 0.1, 0.25, 0.4, 0.5, 1, 2, 5)


class Metrics:
    """The metrics of one process, in a registry of their own."""

    def __init__(self, settings: Settings) -> None:
        disable_created_metrics()  # type: ignore[no-untyped-call]
        self._service = settings.service_name
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._requests = Counter(
            "http_requests_total",
            "Requests that were answered.",
            ["service", "method", "route", "code"],
            registry=self._registry,
        )
        self._durations = Histogram(
            "http_request_duration_seconds",
            "Time from the request's head to the last byte of the answer.",
            ["service", "method", "route"],
            buckets=_LATENCY_BUCKETS,
            registry=self._registry,
        )
        self._redis_up = Gauge(
            "redis_up",
            "Whether Redis answered a ping: 1 or 0.",
            ["service"],
            registry=self._registry,
        )
        self._connections = Gauge(
            "datastore_connections",
            "Connections of the pool to Redis.",
            ["service", "state"],
            registry=self._registry,
        )
        Gauge(
            "build_info",
            "Always 1; the version that runs is a label.",
            ["service", "version"],
            registry=self._registry,
        ).labels(self._service, settings.service_version).set(1)

    def expect_route(self, method: str, route: str) -> None:
        """Starts a route's series at 0. A series that appears with the first error has no
        increase, and the error would be missing in every rate."""
        for code in ("200", "500"):
            self._requests.labels(self._service, method, route, code)
        self._durations.labels(self._service, method, route)

    def count(self, *, method: str, route: str, status: int, seconds: float) -> None:
        """Counts one answered request."""
        self._requests.labels(self._service, method, route, str(status)).inc()
        self._durations.labels(self._service, method, route).observe(seconds)

    def show_redis(self, *, up: bool, used: int, idle: int) -> None:
        """Tells whether Redis answers and how many connections the pool has."""
        self._redis_up.labels(self._service).set(1 if up else 0)
        self._connections.labels(self._service, "used").set(used)
        self._connections.labels(self._service, "idle").set(idle)

    def render(self) -> bytes:
        """The text that a scrape gets."""
        return generate_latest(self._registry)
