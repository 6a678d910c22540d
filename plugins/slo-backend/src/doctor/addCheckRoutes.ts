import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import { checkRefs } from '@plimsoll/plugin-database';
import { whenGone } from '../service/whenGone';
import type { Doctor } from './Doctor';

/** `POST /check` for a text, `GET /check` for what is in the catalog. */
export function addCheckRoutes(
  router: Router,
  options: { httpAuth: HttpAuthService; doctor: Doctor },
): void {
  const { httpAuth, doctor } = options;
  const allow = { allow: ['user' as const, 'service' as const] };

  router.post('/check', async (req, res) => {
    const credentials = await httpAuth.credentials(req, allow);
    const signal = whenGone(res);
    res.json(await doctor.checkText(String(req.body), { credentials, signal }));
  });

  router.get('/check', async (req, res) => {
    const credentials = await httpAuth.credentials(req, allow);
    // the validator has checked that it is there, and once
    const entityRef = String(req.query.entityRef);
    checkRefs({ entityRef });
    const signal = whenGone(res);
    res.json(await doctor.checkEntity(entityRef, { credentials, signal }));
  });
}
