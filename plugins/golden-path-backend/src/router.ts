import type {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { readOpenApi, refuseNul } from '@plimsoll/plugin-database';
import type { Request, Router } from 'express';
import { addPreviewRoutes } from './preview/addPreviewRoutes';
import type { Preview } from './preview/createPreview';
import { addUpdateRoutes } from './updates/addUpdateRoutes';
import type { UpdateService } from './updates/UpdateService';
import { addWiringRoutes } from './wiring/addWiringRoutes';
import type { WiringService } from './wiring/WiringService';

/** @see createRouter */
export interface RouterOptions {
  httpAuth: HttpAuthService;
  preview: Preview;
  updates: UpdateService;
  wiring: WiringService;
  /** Answer 500 to what the document does not describe; for tests. */
  validateResponses?: boolean;
}

/** The HTTP API: requests are validated by `schema/openapi.yaml` before they come here. */
export function createRouter(options: RouterOptions): Router {
  const {
    httpAuth,
    preview,
    updates,
    wiring,
    validateResponses = false,
  } = options;
  const router: Router = createValidatedOpenApiRouter(
    readOpenApi({ packageName: '@plimsoll/plugin-golden-path-backend' }),
    { validatorOptions: { validateResponses } },
  );
  router.use(refuseNul());
  const callerOf = async (
    req: Request,
  ): Promise<{ credentials: BackstageCredentials }> => ({
    credentials: await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    }),
  });
  addPreviewRoutes(router, { callerOf, preview });
  addUpdateRoutes(router, { callerOf, updates });
  addWiringRoutes(router, { callerOf, wiring });
  return router;
}
