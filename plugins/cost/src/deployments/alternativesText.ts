import type { DeploymentCost } from '@plimsoll/plugin-cost-common';
import type { Voice } from '../words';

/**
 * "cannot be told apart from v2.30.9": others went live within the same days.
 *
 * @param options - `all` has the versions; those that it does not name, and
 * other deployments of the same version, are counted
 * @returns nothing where there is no other
 */
export function alternativesText(
  options: {
    deployment: Pick<DeploymentCost, 'version' | 'alternatives'>;
    all: readonly DeploymentCost[];
  } & Voice,
): string | undefined {
  const { deployment, all, formats, t } = options;
  const ids = new Set(deployment.alternatives);
  if (ids.size === 0) {
    return undefined;
  }
  const known = all.flatMap(({ deploymentId, version }) =>
    ids.has(deploymentId) && version && version !== deployment.version
      ? [version]
      : [],
  );
  const versions = new Intl.ListFormat(formats.locale, { type: 'unit' }).format(
    known,
  );
  const count = ids.size - known.length;
  if (known.length === 0) {
    return t('deployments.alternativesOthers', { count });
  }
  return count === 0
    ? t('deployments.alternatives', { versions })
    : t('deployments.alternativesAnd', { versions, count });
}
