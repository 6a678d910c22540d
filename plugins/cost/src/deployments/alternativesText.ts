import type { DeploymentCost } from '@plimsoll/plugin-cost-common';
import { isAlone, type Voice } from '../words';

/**
 * "cannot be told apart from v2.30.9": others went live within the same days.
 *
 * @param options - `all` has the versions; one that is not in it goes by its id
 * @returns nothing where there is no other
 */
export function alternativesText(
  options: {
    deployment: Pick<DeploymentCost, 'alternatives'>;
    all: readonly DeploymentCost[];
  } & Voice,
): string | undefined {
  const { deployment, all, formats, t } = options;
  if (isAlone(deployment)) {
    return undefined;
  }
  const versions = (deployment.alternatives ?? []).map(
    id => all.find(one => one.deploymentId === id)?.version ?? id,
  );
  return t('deployments.alternatives', {
    versions: new Intl.ListFormat(formats.locale, { type: 'unit' }).format([
      ...new Set(versions),
    ]),
  });
}
