import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { checkRefs } from '@plimsoll/plugin-database';
import type {
  CreateCorrectionRequest,
  ListCorrectionsRequest,
} from '@plimsoll/plugin-slo-common';
import type { Request, Router } from 'express';
import type { Corrections } from './Corrections';

/** `/corrections`: what people take out of budgets, and take back. */
export function addCorrectionRoutes(
  router: Router,
  options: { httpAuth: HttpAuthService; corrections: Corrections },
): void {
  const { httpAuth, corrections } = options;
  const callerOf = async (request: Request) => ({
    credentials: await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    }),
    request,
  });

  router.get('/corrections', async (req, res) => {
    const { credentials } = await callerOf(req);
    // checked by the document, which a test holds against this type
    const request = req.query as unknown as ListCorrectionsRequest;
    checkRefs({ entityRef: request.entityRef, ref: request.ref });
    res.json(await corrections.list(request, { credentials }));
  });

  router.post('/corrections', async (req, res) => {
    const caller = await callerOf(req);
    const request: CreateCorrectionRequest = req.body;
    checkRefs({ entityRef: request.entityRef, ref: request.objective?.ref });
    res.status(201).json(await corrections.create(request, caller));
  });

  router.post('/corrections/:id/undo', async (req, res) => {
    const caller = await callerOf(req);
    res.json(await corrections.undo(req.params.id, req.body, caller));
  });
}
