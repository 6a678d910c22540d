import type { FastifyInstance } from 'fastify';
import type { Item, ItemStore } from './itemStore.ts';
import { Problem } from './problems.ts';

const PARAMS = {
  type: 'object',
  properties: { id: { type: 'string', pattern: '^[a-z0-9-]{1,64}$' } },
} as const;

const BODY = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: { name: { type: 'string', minLength: 1, maxLength: 100 } },
} as const;

/** The API: /api/items/{id}. */
export function addItems(app: FastifyInstance, store: ItemStore): void {
  app.put<{ Params: { id: string }; Body: { name: string } }>(
    '/items/:id',
    { schema: { params: PARAMS, body: BODY } },
    ({ params: { id }, body: { name } }): Item => {
      const item = { id, name };
      store.put(item);
      return item;
    },
  );

  app.get<{ Params: { id: string } }>(
    '/items/:id',
    { schema: { params: PARAMS } },
    ({ params: { id } }): Item => {
      const item = store.get(id);
      if (!item) {
        throw new Problem(404, 'There is no such item.');
      }
      return item;
    },
  );

  app.delete<{ Params: { id: string } }>(
    '/items/:id',
    { schema: { params: PARAMS } },
    ({ params: { id } }, reply) => {
      if (!store.delete(id)) {
        throw new Problem(404, 'There is no such item.');
      }
      return reply.code(204).send();
    },
  );

  app.route({
    method: ['PATCH', 'POST'],
    url: '/items/:id',
    onRequest: () => {
      throw new Problem(405, 'An item is put, got or deleted.', { Allow: 'DELETE, GET, PUT' });
    },
    handler: () => undefined,
  });
}
