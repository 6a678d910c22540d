import type { BillLine } from '@plimsoll/plugin-cost-common';
import type {
  BillDelivery,
  BillReading,
  BillSource,
} from '@plimsoll/plugin-cost-node';

interface FakeDelivery {
  version: string;
  lines: BillLine[];
  /** When it was written, as ISO 8601 has it. */
  changedAt?: string;
  reading?: Partial<BillReading>;
  /** Thrown after all lines were handed over. */
  fault?: Error;
  /** Waited for after all lines were handed over. */
  until?: Promise<unknown>;
}

/** A line of the cart's machine, 1 USD of each metric. */
export function billLine(options: {
  day: string;
  billed?: bigint;
  billingMonth?: string;
  account?: string;
  currency?: string;
  product?: string;
  change?: Partial<BillLine>;
}): BillLine {
  const { day, billed = 1_000_000_000n, account = 'acme' } = options;
  return {
    key: {
      billingAccount: account,
      product: options.product ?? 'Machines',
      category: 'compute',
      resourceId: 'machine-1',
      tags: { service: 'cart' },
    },
    day,
    billingMonth: options.billingMonth ?? `${day.slice(0, 7)}-01`,
    kind: 'usage',
    currency: options.currency ?? 'USD',
    amounts: {
      billed,
      effective: billed,
      contracted: billed,
      list: billed,
    },
    ...options.change,
  };
}

/** A source that delivers what the test puts into it. */
export class FakeBills implements BillSource {
  readonly name = 'bill';
  readonly content = new Map<string, FakeDelivery>();
  /** Ids, in the order in which they were read. */
  readonly asked: string[] = [];
  listFault: Error | undefined;

  put(id: string, delivery: FakeDelivery): void {
    this.content.set(id, delivery);
  }

  async listDeliveries(): Promise<BillDelivery[]> {
    if (this.listFault) {
      throw this.listFault;
    }
    return [...this.content].map(([id, { version, changedAt }]) => ({
      id,
      version,
      ...(changedAt && { changedAt }),
    }));
  }

  async read(options: Parameters<BillSource['read']>[0]): Promise<BillReading> {
    const { delivery, onLines, signal } = options;
    this.asked.push(delivery.id);
    const found = this.content.get(delivery.id)!;
    for (const line of found.lines) {
      await onLines([line]);
    }
    await found.until;
    signal.throwIfAborted();
    if (found.fault) {
      throw found.fault;
    }
    return { rows: found.lines.length, faults: [], ...found.reading };
  }
}
