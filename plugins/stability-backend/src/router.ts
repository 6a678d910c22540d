import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import type {
  ListDeploymentsRequest,
  ListIncidentsRequest,
  ListServicesRequest,
  MetricName,
  MetricsRequest,
} from '@plimsoll/plugin-stability-common';
import type { Request, Router } from 'express';
import { readOpenApi, refuseNul } from '@plimsoll/plugin-database';
import type {
  CallerOptions,
  StabilityService,
} from './service/StabilityService';
import type { SummaryRequest } from './service/summary/getSummary';

/** @see createRouter */
export interface RouterOptions {
  httpAuth: HttpAuthService;
  stability: StabilityService;
  /** What is asked under `/inbox`. */
  inboxRouter: Router;
  rebuild(caller: Required<CallerOptions>): Promise<{ services: number }>;
  /** Answer 500 to what the document does not describe; for tests. */
  validateResponses?: boolean;
}

/**
 * The HTTP API: requests are validated by `schema/openapi.yaml` before they
 * come here. Users and services may ask; what they may see and correct is
 * decided in {@link StabilityService}. The doors, which read raw bodies, are
 * not here.
 */
export function createRouter(options: RouterOptions): Router {
  const { httpAuth, stability, inboxRouter, rebuild } = options;
  const { validateResponses = false } = options;
  const router: Router = createValidatedOpenApiRouter(
    readOpenApi({ packageName: '@plimsoll/plugin-stability-backend' }),
    { validatorOptions: { validateResponses } },
  );
  router.use(refuseNul());
  const callerOf = async (req: Request): Promise<Required<CallerOptions>> => ({
    credentials: await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    }),
    request: req,
  });

  router.get('/metrics', async (req, res) => {
    const caller = await callerOf(req);
    const request = validatedQuery<MetricsRequest>(req);
    res.json(await stability.getMetrics(request, caller));
  });

  router.get('/explain', async (req, res) => {
    const caller = await callerOf(req);
    const request = validatedQuery<MetricsRequest & { metric: MetricName }>(
      req,
    );
    res.json(await stability.explainMetric(request, caller));
  });

  router.get('/deployments', async (req, res) => {
    const caller = await callerOf(req);
    const request = validatedQuery<ListDeploymentsRequest>(req);
    res.json(await stability.listDeployments(request, caller));
  });

  router.get('/deployments/:id', async (req, res) => {
    const caller = await callerOf(req);
    res.json(await stability.getDeployment(req.params.id, caller));
  });

  router.patch('/deployments/:id/verdict', async (req, res) => {
    const caller = await callerOf(req);
    res.json(await stability.correctVerdict(req.params.id, req.body, caller));
  });

  router.delete('/deployments/:id/verdict', async (req, res) => {
    const caller = await callerOf(req);
    res.json(await stability.undoVerdict(req.params.id, req.body, caller));
  });

  router.get('/incidents', async (req, res) => {
    const caller = await callerOf(req);
    const request = validatedQuery<ListIncidentsRequest>(req);
    res.json(await stability.listIncidents(request, caller));
  });

  router.get('/incidents/:id', async (req, res) => {
    const caller = await callerOf(req);
    res.json(await stability.getIncident(req.params.id, caller));
  });

  router.patch('/incidents/:id/cause', async (req, res) => {
    const caller = await callerOf(req);
    res.json(await stability.correctCause(req.params.id, req.body, caller));
  });

  router.delete('/incidents/:id/cause', async (req, res) => {
    const caller = await callerOf(req);
    res.json(await stability.undoCause(req.params.id, req.body, caller));
  });

  router.get('/incidents/:id/review', async (req, res) => {
    const caller = await callerOf(req);
    const review = await stability.getReview(req.params.id, caller);
    res.attachment(`review-${req.params.id}.md`);
    res.type('text/markdown').send(review);
  });

  router.get('/services', async (req, res) => {
    const caller = await callerOf(req);
    const request = validatedQuery<ListServicesRequest>(req);
    res.json(await stability.listServices(request, caller));
  });

  router.get('/summary', async (req, res) => {
    const caller = await callerOf(req);
    const request = validatedQuery<SummaryRequest>(req);
    res.json(await stability.getSummary(request, caller));
  });

  router.get('/environments', async (req, res) => {
    res.json(await stability.listEnvironments(await callerOf(req)));
  });

  router.post('/rebuild', async (req, res) => {
    res.status(202).json(await rebuild(await callerOf(req)));
  });

  router.use('/inbox', inboxRouter);
  return router;
}

// The validator has checked the query by the document and made numbers and
// lists of its texts; a test holds the document against these types.
function validatedQuery<TRequest>(req: Request): TRequest {
  return req.query as unknown as TRequest;
}
