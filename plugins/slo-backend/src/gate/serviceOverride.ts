import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  GATE_ANNOTATION,
  readGateOverride,
  type ReadGateOverride,
} from '@plimsoll/plugin-slo-common';

/**
 * What a service's own annotation says about its gate. Where the catalog cannot
 * be read, that is a fault of the annotation: the policy holds, and a warning
 * says so.
 */
export async function serviceOverride(options: {
  entityRef: string;
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
}): Promise<ReadGateOverride | undefined> {
  const { entityRef, catalog, auth, logger } = options;
  let text: string | undefined;
  try {
    const entity = await catalog.getEntityByRef(entityRef, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    text = entity?.metadata.annotations?.[GATE_ANNOTATION];
  } catch (error) {
    logger.warn(
      `The gate of ${entityRef} was decided without its annotation, since the catalog could not be read`,
      error instanceof Error ? error : undefined,
    );
    return {
      fault: `The catalog could not be read, so the annotation ${GATE_ANNOTATION} is not known; ask again`,
    };
  }
  return text === undefined ? undefined : readGateOverride(text);
}
