import pytest

from tests.conftest import Service

ROUTE = "/api/items/{id}"


def test_alive_and_ready(service: Service) -> None:
    assert service.client.get("/healthz").json() == {"status": "up"}
    assert service.client.get("/readyz").json() == {"status": "up"}


def test_without_redis_it_is_alive_but_not_ready(service: Service) -> None:
    service.server.connected = False
    assert service.client.get("/healthz").status_code == 200
    assert service.client.get("/readyz").status_code == 503
    assert service.metric('redis_up{service="shelf"}') == 0
    service.server.connected = True
    assert service.client.get("/readyz").status_code == 200
    assert service.metric('redis_up{service="shelf"}') == 1


def test_that_ends_is_alive_but_not_ready(service: Service) -> None:
    service.draining.began = True
    assert service.client.get("/healthz").status_code == 200
    assert service.client.get("/readyz").status_code == 503


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
@pytest.mark.parametrize("code", ["200", "500"])
def test_series_of_every_route_begin_with_0(service: Service, method: str, code: str) -> None:
    labels = f'method="{method}",route="{ROUTE}",service="shelf"'
    assert service.metric(f'http_requests_total{{code="{code}",{labels}}}') == 0
    assert service.metric(f"http_request_duration_seconds_count{{{labels}}}") == 0


@pytest.mark.parametrize("threshold", ["0.4", "0.5", "1.0", "2.0"])
def test_a_bucket_ends_at_every_objective(service: Service, threshold: str) -> None:
    labels = f'le="{threshold}",method="GET",route="{ROUTE}",service="shelf"'
    assert service.metric(f"http_request_duration_seconds_bucket{{{labels}}}") == 0
    service.client.get("/api/items/a")
    assert service.metric(f"http_request_duration_seconds_bucket{{{labels}}}") == 1


def test_labels_do_not_grow_with_what_callers_send(service: Service) -> None:
    for number in range(3):
        service.client.get(f"/api/items/a-{number}")
        service.client.get(f"/elsewhere/{number}")
        service.client.request(f"WORD{number}", "/elsewhere")
    for method, route in [("GET", ROUTE), ("GET", "unmatched"), ("other", "unmatched")]:
        labels = f'code="404",method="{method}",route="{route}",service="shelf"'
        assert service.metric(f"http_requests_total{{{labels}}}") == 3


def test_probes_are_not_counted(service: Service) -> None:
    for path in ("/healthz", "/readyz", "/metrics"):
        service.client.get(path)
    for path in ("/healthz", "/readyz", "/metrics"):
        assert f'route="{path}"' not in service.client.get("/metrics").text


def test_tells_which_version_runs(service: Service) -> None:
    assert service.metric('build_info{service="shelf",version="dev"}') == 1
    assert service.metric('datastore_connections{service="shelf",state="used"}') == 0
