import json

import pytest
from httpx2 import Response

from app.item_store import Item
from tests.conftest import Service


def assert_problem(response: Response, status: int) -> None:
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["status"] == status
    assert response.json()["detail"]
    assert response.json()["instance"].startswith("/api/")


def test_writes_reads_and_deletes_an_item(service: Service) -> None:
    written = service.client.put("/api/items/a-1", json={"name": "Mug"})
    assert (written.status_code, written.json()) == (200, {"id": "a-1", "name": "Mug"})
    service.client.put("/api/items/a-1", json={"name": "Cup"})
    assert service.client.get("/api/items/a-1").json() == {"id": "a-1", "name": "Cup"}
    assert service.client.delete("/api/items/a-1").status_code == 204
    assert_problem(service.client.get("/api/items/a-1"), 404)
    assert_problem(service.client.delete("/api/items/a-1"), 404)


@pytest.mark.parametrize("item_id", ["A", "a_b", "a" * 65, "a%20b", "a%0a"])
def test_refuses_an_id_that_is_none(service: Service, item_id: str) -> None:
    assert_problem(service.client.get(f"/api/items/{item_id}"), 400)


@pytest.mark.parametrize(
    "body",
    ['{"name":""}', '{"name":5}', "{}", '{"name":', "[]", '{"name":"a","more":1}'],
)
def test_refuses_a_body_that_is_no_item(service: Service, body: str) -> None:
    headers = {"content-type": "application/json"}
    assert_problem(service.client.put("/api/items/a", content=body, headers=headers), 400)


def test_takes_names_of_1_to_100_characters(service: Service) -> None:
    longest = "ü" * 100
    assert service.client.put("/api/items/a", json={"name": longest}).status_code == 200
    assert service.client.get("/api/items/a").json()["name"] == longest
    assert_problem(service.client.put("/api/items/a", json={"name": longest + "x"}), 400)


def test_ends_the_reading_of_a_large_body(service: Service) -> None:
    assert_problem(service.client.put("/api/items/a", content=b"a" * 16_385), 413)


def test_answers_what_it_does_not_have_with_a_problem(service: Service) -> None:
    assert_problem(service.client.get("/api/other"), 404)
    assert_problem(service.client.post("/api/items/a"), 405)


def test_says_503_while_redis_is_gone_and_recovers(service: Service) -> None:
    service.server.connected = False
    assert_problem(service.client.get("/api/items/a"), 503)
    assert_problem(service.client.put("/api/items/a", json={"name": "Mug"}), 503)
    service.server.connected = True
    assert service.client.put("/api/items/a", json={"name": "Mug"}).status_code == 200


def test_what_nobody_foresaw_is_a_problem_too(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Item:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("app.items.Item", fail)
    response = service.client.put("/api/items/a", json={"name": "Mug"})
    assert_problem(response, 500)
    assert "secret" not in response.text
    assert service.metric(
        'http_requests_total{code="500",method="PUT",route="/api/items/{id}",service="shelf"}'
    ) == pytest.approx(1)


async def _write(service: Service, key: str, value: str) -> None:
    await service.redis.set(key, value)


def test_reads_what_other_releases_write(service: Service) -> None:
    """During a roll-out two releases share Redis. Never change these values: add new ones."""
    assert service.client.portal is not None
    for item_id, stored in {
        "first": '{"name": "Mug"}',
        "later": json.dumps({"name": "Mug", "a-field-of-the-next-release": 1}),
    }.items():
        service.client.portal.call(_write, service, f"shelf:item:v1:{item_id}", stored)
        assert service.client.get(f"/api/items/{item_id}").json() == {"id": item_id, "name": "Mug"}
