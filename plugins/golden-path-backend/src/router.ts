import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { readOpenApi, refuseNul } from '@plimsoll/plugin-database';
import type { Router } from 'express';

/** @see createRouter */
export interface RouterOptions {
  /** Answer 500 to what the document does not describe; for tests. */
  validateResponses?: boolean;
}

/** The HTTP API: requests are validated by `schema/openapi.yaml` before they come here. */
export function createRouter(options: RouterOptions): Router {
  const { validateResponses = false } = options;
  const router: Router = createValidatedOpenApiRouter(
    readOpenApi({ packageName: '@plimsoll/plugin-golden-path-backend' }),
    { validatorOptions: { validateResponses } },
  );
  router.use(refuseNul());
  return router;
}
