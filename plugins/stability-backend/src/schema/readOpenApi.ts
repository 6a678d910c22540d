import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { parse } from 'yaml';

type Specification = Parameters<typeof createValidatedOpenApiRouter>[0];

/**
 * The document of the HTTP API. The router validates requests by this very
 * file and serves it at `/api/stability/openapi.json`, so that the two cannot
 * differ.
 */
export function readOpenApi(): Specification {
  const path = resolvePackagePath(
    '@plimsoll/plugin-stability-backend',
    'src/schema/openapi.yaml',
  );
  return parse(readFileSync(path, 'utf8'));
}
