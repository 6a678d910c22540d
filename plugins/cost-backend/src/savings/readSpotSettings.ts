import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** How a cluster tells spot machines from others. */
export interface SpotSettings {
  /** Label of nodes that says which kind they are. */
  topologyKey: string;
  /** Label of pods that names their service. */
  podLabel: string;
  /** What pods must tolerate to run there. */
  tolerations: Array<Record<string, string>>;
}

const KEY = 'cost.savings.spot';
const LABEL = /^([a-z0-9.-]+\/)?[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/;
const TOLERATION = ['key', 'operator', 'value', 'effect'] as const;

/**
 * Karpenter's names unless `cost.savings.spot` has others.
 *
 * @throws InputError that names the key and the mend
 */
export function readSpotSettings(config: Config): SpotSettings {
  const spot = config.getOptionalConfig(KEY);
  const label = (name: string, otherwise: string) => {
    const value = spot?.getOptionalString(name) ?? otherwise;
    if (!LABEL.test(value)) {
      throw new InputError(
        `${KEY}.${name} is '${value}'; write a label of Kubernetes, for instance ${otherwise}`,
      );
    }
    return value;
  };
  const topologyKey = label('topologyKey', 'karpenter.sh/capacity-type');
  const tolerations = spot
    ?.getOptionalConfigArray('tolerations')
    ?.map(toleration =>
      Object.fromEntries(
        TOLERATION.map(name => [name, toleration.getOptionalString(name)]),
      ),
    )
    .map(toleration =>
      Object.fromEntries(
        Object.entries(toleration).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value]],
        ),
      ),
    );
  return {
    topologyKey,
    podLabel: label('podLabel', 'backstage.io/kubernetes-id'),
    tolerations: tolerations ?? [
      {
        key: topologyKey,
        operator: 'Equal',
        value: 'spot',
        effect: 'NoSchedule',
      },
    ],
  };
}
