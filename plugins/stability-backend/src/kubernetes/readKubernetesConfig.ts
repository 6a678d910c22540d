import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** How clusters are polled. */
export interface KubernetesConfig {
  everySeconds: number;
  /** Which of the Kubernetes plugin's clusters; all by default. */
  clusters?: Array<{ name: string; environment?: string }>;
}

const KEY = 'stability.kubernetes';

/** Within this a roll-out is to be seen; longer ones help nobody. */
const SECONDS = { default: 15, least: 10, most: 300 };

/**
 * Reads `stability.kubernetes`.
 *
 * @returns undefined unless it is enabled
 * @throws InputError when it cannot be used
 */
export function readKubernetesConfig(
  config: Config,
): KubernetesConfig | undefined {
  if (!config.getOptionalBoolean(`${KEY}.enabled`)) {
    return undefined;
  }
  const everySeconds =
    config.getOptionalNumber(`${KEY}.everySeconds`) ?? SECONDS.default;
  if (!(everySeconds >= SECONDS.least && everySeconds <= SECONDS.most)) {
    throw new InputError(
      `${KEY}.everySeconds is ${everySeconds}: give ${SECONDS.least} to ${SECONDS.most}`,
    );
  }
  return {
    everySeconds,
    clusters: config
      .getOptionalConfigArray(`${KEY}.clusters`)
      ?.map(cluster => ({
        name: cluster.getString('name'),
        environment: cluster.getOptionalString('environment'),
      })),
  };
}
