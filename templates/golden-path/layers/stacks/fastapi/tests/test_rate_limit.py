from app.rate_limit import TokenBucket
from tests.conftest import StartService


def test_lets_as_many_through_as_the_second_allows() -> None:
    now = 100.0
    bucket = TokenBucket(2, clock=lambda: now)
    assert [bucket.take() for _ in range(3)] == [True, True, False]
    now += 0.5
    assert [bucket.take() for _ in range(2)] == [True, False]
    now += 3600
    assert [bucket.take() for _ in range(3)] == [True, True, False]


def test_lets_less_than_one_a_second_through() -> None:
    now = 0.0
    bucket = TokenBucket(0.5, clock=lambda: now)
    assert [bucket.take(), bucket.take()] == [True, False]
    now = 2.0
    assert bucket.take()


def test_answers_429_beyond_and_never_to_probes(start_service: StartService) -> None:
    # a thousandth a second: nothing comes back during the test, however slow it is
    client = start_service(rate_limit_per_second=0.001).client
    assert client.get("/api/items/a").status_code == 404
    refused = client.get("/api/items/a")
    assert refused.status_code == 429
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.headers["retry-after"] == "1"
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 200
