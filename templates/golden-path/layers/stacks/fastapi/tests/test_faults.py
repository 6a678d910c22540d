import asyncio
from unittest.mock import AsyncMock

import pytest

from tests.conftest import StartService

PATH = "/api/items/a"


def test_without_faults_enabled_nothing_is_done(start_service: StartService) -> None:
    client = start_service(fault_error_ratio=1, fault_delay_ms=60_000).client
    assert client.get(PATH, headers={"x-fault": "error"}).status_code == 404


def test_fails_where_it_is_asked_to(start_service: StartService) -> None:
    client = start_service(faults_enabled=True).client
    failed = client.get(PATH, headers={"x-fault": "error"})
    assert failed.status_code == 500
    assert failed.headers["content-type"] == "application/problem+json"
    assert client.get(PATH).status_code == 404
    assert client.get(PATH, headers={"x-fault": "coffee"}).status_code == 400
    assert client.get("/healthz", headers={"x-fault": "error"}).status_code == 200


def test_waits_where_it_is_asked_to(
    start_service: StartService, monkeypatch: pytest.MonkeyPatch
) -> None:
    sleep = AsyncMock()
    monkeypatch.setattr(asyncio, "sleep", sleep)
    client = start_service(faults_enabled=True, fault_delay_ms=50).client
    assert client.get(PATH, headers={"x-fault": "delay=700"}).status_code == 404
    assert (0.75,) in [call.args for call in sleep.await_args_list]


@pytest.mark.parametrize(("ratio", "status"), [(0, 404), (1, 500)])
def test_fails_as_often_as_the_ratio_says(
    start_service: StartService, ratio: float, status: int
) -> None:
    client = start_service(faults_enabled=True, fault_error_ratio=ratio).client
    assert {client.get(PATH).status_code for _ in range(20)} == {status}
