import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { readOpenApi, refuseNul } from '@plimsoll/plugin-database';
import type {
  ExportFleetRequest,
  ListFleetRequest,
} from '@plimsoll/plugin-service-health-common';
import type { Request, Router } from 'express';
import type {
  CallerOptions,
  ServiceHealthService,
} from './service/ServiceHealthService';

/** @see createRouter */
export interface RouterOptions {
  httpAuth: HttpAuthService;
  health: ServiceHealthService;
  /** Answer 500 to what the document does not describe; for tests. */
  validateResponses?: boolean;
}

/**
 * The HTTP API: requests are validated by `schema/openapi.yaml` before they
 * come here. Users and services may ask; what they may see is decided in
 * {@link ServiceHealthService}.
 */
export function createRouter(options: RouterOptions): Router {
  const { httpAuth, health, validateResponses = false } = options;
  const router: Router = createValidatedOpenApiRouter(
    readOpenApi({ packageName: '@plimsoll/plugin-service-health-backend' }),
    { validatorOptions: { validateResponses } },
  );
  router.use(refuseNul());
  const callerOf = async (req: Request): Promise<CallerOptions> => ({
    credentials: await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    }),
    request: req,
  });

  router.get('/services', async (req, res) => {
    const caller = await callerOf(req);
    const request = validatedQuery<ListFleetRequest>(req);
    res.json(await health.listServices(request, caller));
  });

  router.get('/services.csv', async (req, res) => {
    const caller = await callerOf(req);
    const request = validatedQuery<ExportFleetRequest>(req);
    const lines = await health.exportServices(request, caller);
    res.attachment('services.csv').type('text/csv');
    await pipeline(Readable.from(lines), res);
  });

  router.get('/services/strip', async (req, res) => {
    res.json(await health.getStrip(await callerOf(req)));
  });

  router.get('/services/:kind/:namespace/:name', async (req, res) => {
    const caller = await callerOf(req);
    const { kind, namespace, name } = req.params;
    const ref = stringifyEntityRef({ kind, namespace, name });
    res.json(await health.getOverview(ref, caller));
  });

  router.get('/deployments/:id/impact', async (req, res) => {
    const caller = await callerOf(req);
    res.json(await health.getImpact(req.params.id, caller));
  });

  return router;
}

// The validator has checked the query by the document and made numbers and
// lists of its texts; a test holds the document against these types.
function validatedQuery<TRequest>(req: Request): TRequest {
  return req.query as unknown as TRequest;
}
