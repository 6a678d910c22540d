import type {
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import type {
  HistoryRequest,
  ListObjectivesRequest,
  ObjectiveKey,
  SummaryRequest,
  VolumeRequest,
} from '@plimsoll/plugin-slo-common';
import {
  checkRefs,
  readOpenApi,
  refuseNul,
  serveOpenApi,
} from '@plimsoll/plugin-database';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { addCheckRoutes } from './doctor/addCheckRoutes';
import type { Doctor } from './doctor/Doctor';
import { addCorrectionRoutes } from './corrections/addCorrectionRoutes';
import type { Corrections } from './corrections/Corrections';
import { addGateRoutes } from './gate/addGateRoutes';
import type { Gate } from './gate/Gate';
import { bodyReaders } from './schema/bodyReaders';
import { addLoadedRulesRoutes } from './loadedRules/addLoadedRulesRoutes';
import type { LoadedRuleBook } from './loadedRules/LoadedRuleBook';
import { addRulesRoutes } from './rules/addRulesRoutes';
import type { RuleBook } from './rules/RuleBook';
import { addRollupRoutes } from './service/rollup/addRollupRoutes';
import type { SloService } from './service/SloService';
import { addSimulateRoutes } from './simulate/addSimulateRoutes';
import type { Simulator } from './simulate/Simulator';

/**
 * The HTTP API: requests are validated by `schema/openapi.yaml` before they
 * come here. Users and services may ask; what they may see is decided in
 * {@link SloService}.
 *
 * @param options.validateResponses - answer 500 to what the document does not
 * describe; for tests
 */
export function createRouter(options: {
  httpAuth: HttpAuthService;
  userInfo: UserInfoService;
  slo: SloService;
  doctor: Doctor;
  simulator: Simulator;
  ruleBook: RuleBook;
  loadedRules: LoadedRuleBook;
  gate: Gate;
  corrections: Corrections;
  validateResponses?: boolean;
}): Router {
  const { httpAuth, slo, validateResponses = false } = options;
  const router: Router = PromiseRouter();
  const document = readOpenApi({ packageName: '@plimsoll/plugin-slo-backend' });
  router.get('/openapi.json', serveOpenApi({ document }));
  router.use(
    createValidatedOpenApiRouter(document, {
      middleware: bodyReaders(),
      validatorOptions: { validateResponses },
    }),
  );
  router.use(refuseNul());
  const callerOf = async (req: Request) => ({
    credentials: await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    }),
  });

  router.get('/objectives', async (req, res) => {
    const caller = await callerOf(req);
    const request = validatedQuery<ListObjectivesRequest>(req);
    const { entityRef, owner, system, within } = request;
    checkRefs({ entityRef, owner, system, within });
    res.json(await slo.listObjectives(request, caller));
  });

  router.get('/objectives/:namespace/:name/:objective', async (req, res) => {
    const caller = await callerOf(req);
    res.json(await slo.getObjective(keyOf(req.params), caller));
  });

  router.get(
    '/objectives/:namespace/:name/:objective/history',
    async (req, res) => {
      const caller = await callerOf(req);
      const request = validatedQuery<HistoryRequest>(req);
      res.json(await slo.getHistory(keyOf(req.params), request, caller));
    },
  );

  router.get(
    '/objectives/:namespace/:name/:objective/explain',
    async (req, res) => {
      const caller = await callerOf(req);
      res.json(await slo.explainObjective(keyOf(req.params), caller));
    },
  );

  router.get('/volume', async (req, res) => {
    const caller = await callerOf(req);
    const request = validatedQuery<VolumeRequest>(req);
    checkRefs({ entityRef: request.entityRef });
    res.json(await slo.getVolume(request, caller));
  });

  router.get('/summary', async (req, res) => {
    const caller = await callerOf(req);
    const request = validatedQuery<SummaryRequest>(req);
    res.json(await slo.getSummary(request, caller));
  });

  addCheckRoutes(router, options);
  addSimulateRoutes(router, options);
  addRulesRoutes(router, options);
  addLoadedRulesRoutes(router, options);
  addGateRoutes(router, options);
  addCorrectionRoutes(router, options);
  addRollupRoutes(router, options);

  router.use((req: Request) => {
    throw new NotFoundError(
      `There is no ${req.method} ${req.path} here; openapi.json lists what is`,
    );
  });

  return router;
}

// The validator has checked the query by the document and made numbers and
// lists of its texts; a test holds the document against these types.
function validatedQuery<TRequest>(req: Request): TRequest {
  return req.query as unknown as TRequest;
}

function keyOf(params: {
  namespace: string;
  name: string;
  objective: string;
}): ObjectiveKey {
  return {
    ref: `slo:${params.namespace}/${params.name}`,
    objective: params.objective,
  };
}
