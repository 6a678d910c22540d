import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { SimulationRequest } from '@plimsoll/plugin-slo-common';
import type { Request, Router } from 'express';
import { whenGone } from '../service/whenGone';
import type { Simulator } from './Simulator';

/** What the validator makes of the query. */
type SimulationQuery = Omit<SimulationRequest, 'targets'> & {
  target?: number[];
  objective?: string;
};

/**
 * `GET /objectives/.../simulate` for what is measured, `POST /simulate` for a
 * text.
 */
export function addSimulateRoutes(
  router: Router,
  options: { httpAuth: HttpAuthService; simulator: Simulator },
): void {
  const { httpAuth, simulator } = options;
  const allow = { allow: ['user' as const, 'service' as const] };

  router.get(
    '/objectives/:namespace/:name/:objective/simulate',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, allow);
      const { namespace, name, objective } = req.params;
      const key = { ref: `slo:${namespace}/${name}`, objective };
      res.json(
        await simulator.simulateObjective(key, requestOf(req), {
          credentials,
          signal: whenGone(res),
        }),
      );
    },
  );

  router.post('/simulate', async (req, res) => {
    const credentials = await httpAuth.credentials(req, allow);
    const { objective } = queryOf(req);
    const request = { ...requestOf(req), objective, text: String(req.body) };
    const signal = whenGone(res);
    res.json(await simulator.simulateText(request, { credentials, signal }));
  });
}

// the validator has checked the query and made numbers of its texts
function queryOf(req: Request): SimulationQuery {
  return req.query as unknown as SimulationQuery;
}

function requestOf(req: Request): SimulationRequest {
  const { target = [], window, days } = queryOf(req);
  return { targets: target, window, days };
}
