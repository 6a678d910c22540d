import { addDays } from '@plimsoll/plugin-cost-common';
import type { ClusterShareSource, NodeUse } from '@plimsoll/plugin-cost-node';
import { nodeUseOf } from './nodeUseOf';
import type { OpenCostClient } from './OpenCostClient';
import { sanitisedLabel } from './sanitisedLabel';

/** @see OpenCostSource */
export interface OpenCostSourceOptions {
  name: string;
  client: Pick<OpenCostClient, 'allocations' | 'assets'>;
  currency: string;
  /** Where OpenCost names no cluster. */
  cluster: string;
  /** Labels of pods that name services, as Kubernetes has them. */
  labels: readonly string[];
}

/** The shares of a cluster's nodes, as its OpenCost knows them. */
export class OpenCostSource implements ClusterShareSource {
  readonly name: string;
  readonly currency: string;
  readonly #options: OpenCostSourceOptions;

  static create(options: OpenCostSourceOptions): OpenCostSource {
    return new OpenCostSource(options);
  }

  private constructor(options: OpenCostSourceOptions) {
    this.name = options.name;
    this.currency = options.currency;
    this.#options = options;
  }

  async readUse(options: {
    from: string;
    to: string;
    signal: AbortSignal;
  }): Promise<NodeUse[]> {
    const { client, cluster, labels } = this.#options;
    const { signal } = options;
    const use: NodeUse[] = [];
    for (let day = options.from; day < options.to; day = addDays(day, 1)) {
      const allocations = await client.allocations({
        day,
        aggregate: [
          'node',
          'namespace',
          ...labels.map(label => `label:${label}`),
        ],
        signal,
      });
      const assets = await client.assets({ day, signal });
      use.push(
        ...nodeUseOf({
          day,
          allocations,
          assets,
          labels: labels.map(sanitisedLabel),
          cluster,
        }),
      );
    }
    return use;
  }
}
