import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type {
  CostRangeRequest,
  ListCostServicesRequest,
} from '@plimsoll/plugin-cost-common';
import { readOpenApi } from '@plimsoll/plugin-database';
import type { Request, Router } from 'express';
import type { CallerOptions, CostService } from './service/CostService';

/** @see createRouter */
export interface RouterOptions {
  httpAuth: HttpAuthService;
  cost: CostService;
  /** Answer 500 to what the document does not describe; for tests. */
  validateResponses?: boolean;
}

/**
 * The HTTP API: requests are validated by `schema/openapi.yaml` before they
 * come here. Users and services may ask; what they may see and change is
 * decided in {@link CostService}.
 */
export function createRouter(options: RouterOptions): Router {
  const { httpAuth, cost, validateResponses = false } = options;
  const router: Router = createValidatedOpenApiRouter(
    readOpenApi({ packageName: '@plimsoll/plugin-cost-backend' }),
    { validatorOptions: { validateResponses } },
  );
  const callerOf = async (req: Request): Promise<Required<CallerOptions>> => ({
    credentials: await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    }),
    request: req,
  });
  const service = '/services/:kind/:namespace/:name';

  router.get(service, async (req, res) => {
    const caller = await callerOf(req);
    const request = validatedQuery<CostRangeRequest>(req);
    res.json(await cost.getServiceCost(refOf(req), request, caller));
  });

  router.get('/services', async (req, res) => {
    const caller = await callerOf(req);
    const request = validatedQuery<ListCostServicesRequest>(req);
    res.json(await cost.listServices(request, caller));
  });

  return router;
}

function refOf(req: Request): string {
  const { kind, namespace, name } = req.params;
  return stringifyEntityRef({ kind, namespace, name });
}

// The validator has checked the query by the document and made numbers of its
// texts; a test holds the document against these types.
function validatedQuery<TRequest>(req: Request): TRequest {
  return req.query as unknown as TRequest;
}
