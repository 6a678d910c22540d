import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Request, Router } from 'express';
import type { UpdateCaller, UpdateService } from './UpdateService';

/** `GET /adoption` and `/updates/{kind}/{namespace}/{name}`. */
export function addUpdateRoutes(
  router: Router,
  options: {
    callerOf(req: Request): Promise<Pick<UpdateCaller, 'credentials'>>;
    updates: UpdateService;
  },
): void {
  const { updates } = options;
  const callerOf = async (req: Request): Promise<UpdateCaller> => ({
    ...(await options.callerOf(req)),
    request: req,
  });
  const place = '/updates/:kind/:namespace/:name';

  router.get('/adoption', async (req, res) => {
    res.json(await updates.adoption(await callerOf(req)));
  });

  router.get(place, async (req, res) => {
    res.json(await updates.offer(refOf(req), await callerOf(req)));
  });

  router.post(`${place}/preview`, async (req, res) => {
    const caller = await callerOf(req);
    res.json(await updates.preview(refOf(req), req.body, caller));
  });

  router.post(`${place}/merge`, async (req, res) => {
    const caller = await callerOf(req);
    res.json(await updates.merge(refOf(req), req.body, caller));
  });

  router.post(`${place}/deliver`, async (req, res) => {
    const caller = await callerOf(req);
    res.json(await updates.deliver(refOf(req), req.body, caller));
  });

  router.post(`${place}/opened`, async (req, res) => {
    const caller = await callerOf(req);
    res.json(await updates.opened(refOf(req), req.body, caller));
  });
}

function refOf({ params }: Request): string {
  const { kind, namespace, name } = params;
  return stringifyEntityRef({ kind, namespace, name });
}
