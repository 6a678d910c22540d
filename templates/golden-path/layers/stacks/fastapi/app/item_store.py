"""Items in Redis."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from opentelemetry.trace import SpanKind, Tracer
from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from app.settings import Settings

# above what one process has at once: who waits for a connection is not served in turn
_POOL_SIZE = 200
_TIMEOUT_SECONDS = 1


def connect(settings: Settings) -> Redis:
    """A client with a pool of connections. Whatever Redis does, a request waits seconds at most."""
    pool = BlockingConnectionPool.from_url(
        str(settings.redis_url),
        decode_responses=True,
        max_connections=_POOL_SIZE,
        timeout=_TIMEOUT_SECONDS,
        socket_connect_timeout=_TIMEOUT_SECONDS,
        socket_timeout=_TIMEOUT_SECONDS,
        health_check_interval=30,
        # once more at once: an idle connection may have been closed by the other side
        retry=Retry(NoBackoff(), 1),
    )
    return Redis.from_pool(pool)


@dataclass(frozen=True)
class Item:
    """A thing with a name."""

    id: str
    name: str


class ItemStore:
    """Writes and reads items.

    The form of a stored value is a promise to the release before and after this one, which run
    beside it during a roll-out: add optional fields only, or move to another key version.
    """

    def __init__(self, redis: Redis, *, service: str, tracer: Tracer) -> None:
        self._redis = redis
        self._service = service
        self._tracer = tracer

    async def put(self, item: Item) -> None:
        """Writes an item over the one with the same id."""
        with self._span("SET"):
            await self._redis.set(self._key(item.id), json.dumps({"name": item.name}))

    async def get(self, item_id: str) -> Item | None:
        """Reads an item."""
        with self._span("GET"):
            stored = await self._redis.get(self._key(item_id))
        return None if stored is None else Item(id=item_id, name=json.loads(stored)["name"])

    async def delete(self, item_id: str) -> bool:
        """Deletes an item; tells whether there was one."""
        with self._span("DEL"):
            return bool(await self._redis.delete(self._key(item_id)))

    async def is_up(self) -> bool:
        """Whether Redis answers."""
        try:
            return bool(await self._redis.ping())
        except (RedisError, OSError):
            return False

    def connections(self) -> tuple[int, int]:
        """How many connections of the pool are used and how many are idle."""
        used = idle = 0
        for count, attributes in self._redis.connection_pool.get_connection_count():
            if "idle" in attributes.values():
                idle += count
            else:
                used += count
        return used, idle

    async def close(self) -> None:
        """Closes the connections."""
        await self._redis.aclose()

    def _key(self, item_id: str) -> str:
        return f"{self._service}:item:v1:{item_id}"

    @contextmanager
    def _span(self, command: str) -> Iterator[None]:
        attributes = {"db.system.name": "redis", "db.operation.name": command}
        with self._tracer.start_as_current_span(
            command, kind=SpanKind.CLIENT, attributes=attributes
        ):
            yield
