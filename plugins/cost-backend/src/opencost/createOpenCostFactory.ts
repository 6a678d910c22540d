import { InputError } from '@backstage/errors';
import type { CostSourceFactory } from '@plimsoll/plugin-cost-node';
import { readConnection } from '@plimsoll/prometheus-client';
import { OpenCostClient } from './OpenCostClient';
import { OpenCostSource } from './OpenCostSource';

const LABELS = ['backstage.io/kubernetes-id', 'app.kubernetes.io/name'];
const LABEL = /^([a-z0-9.-]+\/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** Makes the sources of `cost.sources` whose type is `opencost`. */
export function createOpenCostFactory(): CostSourceFactory {
  return {
    type: 'opencost',
    create({ name, config }) {
      const key = `cost.sources.${name}`;
      const labels = config.getOptionalStringArray('labels') ?? LABELS;
      const wrong = labels.find(label => !LABEL.test(label));
      if (wrong !== undefined || labels.length === 0) {
        throw new InputError(
          `${key}.labels has '${
            wrong ?? ''
          }', which is no label of Kubernetes; write names such as app.kubernetes.io/name`,
        );
      }
      return {
        kind: 'cluster',
        source: OpenCostSource.create({
          name,
          client: OpenCostClient.create({
            name,
            ...readConnection({ key, config }),
          }),
          currency: config.getOptionalString('currency') ?? 'USD',
          cluster: config.getOptionalString('cluster') ?? name,
          labels,
        }),
      };
    },
  };
}
