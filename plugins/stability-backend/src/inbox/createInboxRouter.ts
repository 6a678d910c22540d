import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import express, { type Request, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { z } from 'zod';
import type { InboxCaller, InboxService } from './InboxService';
import { listRequest, newRule } from './page/inboxRequests';

/**
 * `GET /`, `GET /{id}`, `POST /{id}/replay`, and the mapping rules beneath
 * `/rules`; to be mounted at `/inbox`.
 */
export function createInboxRouter(options: {
  httpAuth: HttpAuthService;
  service: InboxService;
}): Router {
  const { httpAuth, service } = options;
  const router = PromiseRouter();
  router.use(express.json());
  const callerOf = async (request: Request): Promise<InboxCaller> => ({
    credentials: await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    }),
    request,
  });

  router.get('/', async (req, res) => {
    const caller = await callerOf(req);
    res.json(await service.list(checked(listRequest, req.query), caller));
  });

  router.get('/rules', async (req, res) => {
    res.json(await service.listRules(await callerOf(req)));
  });

  router.post('/rules', async (req, res) => {
    const caller = await callerOf(req);
    const rule = checked(newRule, req.body);
    if (String(req.query.dryRun) === 'true') {
      res.json(await service.previewRule(rule, caller));
      return;
    }
    res.status(201).json(await service.addRule(rule, caller));
  });

  router.delete('/rules/:id', async (req, res) => {
    await service.removeRule(req.params.id, await callerOf(req));
    res.status(204).end();
  });

  router.get('/:id', async (req, res) => {
    res.json(await service.get(req.params.id, await callerOf(req)));
  });

  router.post('/:id/replay', async (req, res) => {
    const caller = await callerOf(req);
    res.status(202).json(await service.replay(req.params.id, caller));
  });

  return router;
}

function checked<TSchema extends z.ZodType>(
  schema: TSchema,
  value: unknown,
): z.output<TSchema> {
  const result = schema.safeParse(value);
  if (!result.success) {
    const [{ path, message }] = result.error.issues;
    throw new InputError(`${path.map(String).join('.') || 'body'}: ${message}`);
  }
  return result.data;
}
