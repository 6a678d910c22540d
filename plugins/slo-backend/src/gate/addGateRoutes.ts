import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { GateDecisionsRequest } from '@plimsoll/plugin-slo-common';
import type { Router } from 'express';
import { checkRefs } from '@plimsoll/plugin-database';
import type { Gate } from './Gate';

/** `GET /gate`, and what it said before. */
export function addGateRoutes(
  router: Router,
  options: { httpAuth: HttpAuthService; gate: Gate },
): void {
  const { httpAuth, gate } = options;
  const allow = { allow: ['user' as const, 'service' as const] };

  router.get('/gate', async (req, res) => {
    const credentials = await httpAuth.credentials(req, allow);
    // the validator has checked that it is there, and once
    const entityRef = String(req.query.entityRef);
    // a verdict is of its moment
    res.set('Cache-Control', 'no-store');
    res.json(await gate.ask(entityRef, { credentials }));
  });

  router.get('/gate/decisions', async (req, res) => {
    const credentials = await httpAuth.credentials(req, allow);
    // checked by the document, which a test holds against this type
    const request = req.query as unknown as GateDecisionsRequest;
    checkRefs({ entityRef: request.entityRef });
    res.json(await gate.decisions(request, { credentials }));
  });
}
