import type { ClusterShareSource, NodeUse } from '@plimsoll/plugin-cost-node';
import { setImmediate } from 'node:timers/promises';
import { addDays, type Day, dayNumber, dayOf } from '../calendar/utcDays';
import { billEditions } from '../delivery/billEditions';
import {
  NODE_BYTES,
  NODE_CORES,
  NODE_LIST_PRICE,
  nodePrice,
  SHOP_CLUSTER,
  SHOP_NODES,
  type ShopNode,
} from '../figures/nodes';
import { nodeShares } from '../figures/nodeShares';
import { decimalText, part } from '../money/micros';

const HOURS = 24;

/**
 * Says as OpenCost would who used how much of the shop's nodes: list prices,
 * whatever the bill says of discounts, and what was idle.
 */
export class DemoShareSource implements ClusterShareSource {
  readonly currency = 'USD';
  /** As many days as its bills reach back. */
  readonly historyDays: number;
  readonly name: string;

  static create(options: {
    name: string;
    /** Unix milliseconds; the clock by default. */
    now?: () => number;
  }): DemoShareSource {
    const { name, now = Date.now } = options;
    return new DemoShareSource(name, now());
  }

  private constructor(name: string, now: number) {
    const [first] = billEditions(now);
    this.name = name;
    this.historyDays = dayNumber(dayOf(now)) - dayNumber(first.month);
  }

  async readUse(options: {
    from: string;
    to: string;
    signal: AbortSignal;
  }): Promise<NodeUse[]> {
    const use: NodeUse[] = [];
    for (let day = options.from; day < options.to; day = addDays(day, 1)) {
      options.signal.throwIfAborted();
      // a year of days is a lot of work, and others wait
      await setImmediate();
      use.push(...useOf(day));
    }
    return use;
  }
}

function useOf(day: Day): NodeUse[] {
  const shares = nodeShares(day);
  return SHOP_NODES.flatMap(node => {
    const on = shares
      .filter(share => share.node === node)
      .map(({ service, cost }) => ({
        service,
        ratio: cost / nodePrice(node),
      }));
    const used = on.reduce((sum, { ratio }) => sum + ratio, 0);
    return [
      ...on.map(({ service, ratio }) =>
        nodeUse(day, node, ratio, {
          kind: 'workload',
          namespace: 'shop',
          labels: {
            backstage_io_kubernetes_id: service,
            app_kubernetes_io_name: service,
          },
        }),
      ),
      nodeUse(day, node, 1 - used, { kind: 'idle' }),
    ];
  });
}

function nodeUse(
  day: Day,
  node: ShopNode,
  ratio: number,
  owner: NodeUse['owner'],
): NodeUse {
  return {
    day,
    cluster: SHOP_CLUSTER,
    providerId: node.instanceId,
    node: node.name,
    owner,
    listPrice: decimalText(part(NODE_LIST_PRICE, ratio)),
    cpuCoreHours: NODE_CORES * HOURS * ratio,
    ramByteHours: NODE_BYTES * HOURS * ratio,
  };
}
