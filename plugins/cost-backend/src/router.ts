import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type {
  CostRangeRequest,
  ListCostServicesRequest,
  PageRequest,
} from '@plimsoll/plugin-cost-common';
import { readOpenApi, refuseNul } from '@plimsoll/plugin-database';
import type { Request, Router } from 'express';
import type { CallerOptions, CostService } from './service/CostService';
import { inBlocks } from './service/export/inBlocks';

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
  router.use(refuseNul());
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

  router.get(`${service}/deployments`, async (req, res) => {
    const caller = await callerOf(req);
    const request = validatedQuery<CostRangeRequest & PageRequest>(req);
    res.json(await cost.listDeploymentCosts(refOf(req), request, caller));
  });

  router.get(`${service}/explain`, async (req, res) => {
    const caller = await callerOf(req);
    const request = validatedQuery<CostRangeRequest & { figure: string }>(req);
    res.json(await cost.explain(refOf(req), request, caller));
  });

  router.put(`${service}/budget`, async (req, res) => {
    const caller = await callerOf(req);
    res.json(await cost.setBudget(refOf(req), req.body, caller));
  });

  router.delete(`${service}/budget`, async (req, res) => {
    const caller = await callerOf(req);
    await cost.removeBudget(refOf(req), caller);
    res.status(204).end();
  });

  router.get('/services', async (req, res) => {
    const caller = await callerOf(req);
    const request = validatedQuery<ListCostServicesRequest>(req);
    res.json(await cost.listServices(request, caller));
  });

  router.get('/overview', async (req, res) => {
    const caller = await callerOf(req);
    const request = validatedQuery<CostRangeRequest>(req);
    res.json(await cost.getOverview(request, caller));
  });

  router.get('/overview/explain', async (req, res) => {
    const caller = await callerOf(req);
    const request = validatedQuery<CostRangeRequest & { figure: string }>(req);
    res.json(await cost.explainOverview(request, caller));
  });

  router.get('/savings', async (req, res) => {
    const caller = await callerOf(req);
    const request = validatedQuery<
      PageRequest & { entityRef?: string; currency?: string }
    >(req);
    res.json(await cost.listSavings(request, caller));
  });

  router.post('/savings/:id/applied', async (req, res) => {
    const caller = await callerOf(req);
    res.json(await cost.markSavingApplied(req.params.id, caller));
  });

  router.get('/anomalies', async (req, res) => {
    const caller = await callerOf(req);
    const request = validatedQuery<
      PageRequest & CostRangeRequest & { entityRef?: string }
    >(req);
    res.json(await cost.listAnomalies(request, caller));
  });

  router.get('/unmapped', async (req, res) => {
    const caller = await callerOf(req);
    const request = validatedQuery<PageRequest & CostRangeRequest>(req);
    res.json(await cost.listUnmapped(request, caller));
  });

  router.post('/unmapped/preview', async (req, res) => {
    const caller = await callerOf(req);
    res.json(await cost.previewMapping(req.body, caller));
  });

  router.get('/quality', async (req, res) => {
    res.json(await cost.getDataQuality(await callerOf(req)));
  });

  router.get('/restatements', async (req, res) => {
    const caller = await callerOf(req);
    const request = validatedQuery<
      PageRequest & Pick<CostRangeRequest, 'metric'>
    >(req);
    res.json(await cost.listRestatements(request, caller));
  });

  router.post('/estimate', async (req, res) => {
    await callerOf(req);
    res.json(await cost.estimate(req.body));
  });

  router.get('/export', async (req, res) => {
    const caller = await callerOf(req);
    const request = validatedQuery<{ month: string }>(req);
    const lines = await cost.exportSplit(request, caller);
    res.attachment(`cost-${request.month}.csv`).type('text/csv');
    await pipeline(Readable.from(inBlocks(lines)), res);
  });

  router.get('/summary', async (req, res) => {
    const caller = await callerOf(req);
    const request = validatedQuery<PageRequest & { since?: string }>(req);
    res.json(await cost.getSummary(request, caller));
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
