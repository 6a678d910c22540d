"""The API: /api/items/{id}."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, HTTPException, Path
from fastapi.params import Depends
from pydantic import BaseModel, ConfigDict, Field

from app.item_store import Item, ItemStore

ItemId = Annotated[str, Path(alias="id", pattern=r"^[a-z0-9-]{1,64}$")]


class ItemBody(BaseModel):
    """What a caller sends of an item."""

    model_config = ConfigDict(extra="forbid", strict=True)

    name: Annotated[str, Field(min_length=1, max_length=100)]


def create_items_router(store: ItemStore, *, guards: list[Depends]) -> APIRouter:
    """The routes; guards are asked before each request."""
    router = APIRouter(prefix="/api/items", dependencies=guards)

    @router.put("/{id}")
    async def put_item(item_id: ItemId, body: ItemBody) -> dict[str, str]:
        item = Item(id=item_id, name=body.name)
        await store.put(item)
        return asdict(item)

    @router.get("/{id}")
    async def get_item(item_id: ItemId) -> dict[str, str]:
        item = await store.get(item_id)
        if item is None:
            raise HTTPException(404, "There is no such item.")
        return asdict(item)

    @router.delete("/{id}", status_code=204)
    async def delete_item(item_id: ItemId) -> None:
        if not await store.delete(item_id):
            raise HTTPException(404, "There is no such item.")

    return router
