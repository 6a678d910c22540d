import { parseEntityRef } from '@backstage/catalog-model';
import type { ContainerUse } from '@plimsoll/plugin-cost-node';
import type { SpotSettings } from '../readSpotSettings';
import type { ValueChange } from './ValueChange';

/**
 * Lets half of the replicas run on spot machines as values of a Helm chart:
 * they tolerate them, and spread evenly over both kinds. A node selector would
 * move all of them. Where there is no spot machine they stay where they are.
 */
export function spotChanges(options: {
  container: ContainerUse;
  settings: SpotSettings;
  /** Where its values stand. */
  at: (...names: string[]) => string;
}): ValueChange[] {
  const { container, settings, at } = options;
  const { topologyKey, podLabel, tolerations } = settings;
  const { name } = parseEntityRef(container.entityRef);
  const spread = {
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels: { [podLabel]: name } },
    matchLabelKeys: ['pod-template-hash'],
  };
  // JSON is YAML, and reads the same wherever it stands
  return [
    // what is there now no metric tells
    { path: at('tolerations'), yaml: JSON.stringify(tolerations) },
    {
      path: at('topologySpreadConstraints'),
      yaml: JSON.stringify([spread]),
    },
  ];
}
