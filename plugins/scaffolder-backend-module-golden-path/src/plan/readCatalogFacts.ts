import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ServiceParameters } from '@plimsoll/plugin-golden-path-common';

/** What the catalog knows of those whom a form names. */
export interface CatalogFacts {
  /** E-mail address of the owner. */
  ownerEmail?: string;
}

/**
 * Looks up whom a form names, as the person who sent it.
 *
 * @throws InputError that names the field whose entity is not there
 */
export async function readCatalogFacts(options: {
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  credentials: BackstageCredentials;
  parameters: ServiceParameters;
}): Promise<CatalogFacts> {
  const { catalog, credentials, parameters } = options;
  const named = [
    ['owner', parameters.owner],
    ['system', parameters.system],
    ...parameters.dependsOn.map((ref, index) => [`dependsOn.${index}`, ref]),
  ];
  const { items } = await catalog.getEntitiesByRefs(
    { entityRefs: named.map(([, ref]) => ref) },
    { credentials },
  );
  const missing = named
    .filter((_, index) => !items[index])
    .map(
      ([field, ref]) =>
        `${field}: the catalog has no ${ref}, or you may not see it`,
    );
  if (missing.length > 0) {
    throw new InputError(missing.join('; '));
  }
  return { ownerEmail: emailOf(items[0]) };
}

function emailOf(owner: Entity | undefined): string | undefined {
  const profile = owner?.spec?.profile;
  const email =
    typeof profile === 'object' && profile && 'email' in profile
      ? profile.email
      : undefined;
  return typeof email === 'string' && email !== '' ? email : undefined;
}
