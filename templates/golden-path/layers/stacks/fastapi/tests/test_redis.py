"""With a real Redis: the one that REDIS_URL names."""

import asyncio
import os
import uuid

import pytest
from opentelemetry.trace import NoOpTracer

from app.item_store import Item, ItemStore, connect
from app.settings import Settings, read_settings

pytestmark = pytest.mark.integration


def store_of(settings: Settings) -> ItemStore:
    return ItemStore(connect(settings), service=f"test-{uuid.uuid4()}", tracer=NoOpTracer())


@pytest.mark.skipif("REDIS_URL" not in os.environ, reason="REDIS_URL names no Redis")
def test_keeps_items_and_counts_its_connections() -> None:
    async def work() -> None:
        store = store_of(read_settings())
        assert await store.is_up()
        await store.put(Item(id="a", name="Mug ☕"))
        assert await store.get("a") == Item(id="a", name="Mug ☕")
        items = await asyncio.gather(*(store.get("a") for _ in range(500)))
        assert {item.name for item in items if item} == {"Mug ☕"}
        used, idle = store.connections()
        assert used == 0
        assert 1 <= idle <= 200
        assert await store.delete("a")
        assert not await store.delete("a")
        assert await store.get("a") is None
        await store.close()

    asyncio.run(work())


def test_says_so_at_once_where_there_is_no_redis() -> None:
    async def work() -> None:
        store = store_of(Settings.model_validate({"redis_url": "redis://127.0.0.1:1/0"}))
        assert not await store.is_up()
        await store.close()

    asyncio.run(work())
