import { createHash } from 'node:crypto';
import { parseAmount } from '@plimsoll/plugin-cost-common';
import type { ClusterShareSource, NodeUse } from '@plimsoll/plugin-cost-node';
import type { Knex } from 'knex';
import { markDirty } from '../allocation/markDirty';
import type { CostDatabase } from '../database/CostDatabase';

const BATCH = 100;

const PRICES = ['list_price', 'storage_price', 'network_price'] as const;

interface ShareRow {
  source: string;
  cluster: string;
  day: string;
  node: string;
  owner_hash: string;
  provider_id: string | null;
  owner_kind: NodeUse['owner']['kind'];
  namespace: string | null;
  labels: string | null;
  /** Nano-units, as text. */
  list_price: string;
  storage_price: string | null;
  network_price: string | null;
  currency: string;
  cpu_core_hours: number | null;
  ram_byte_hours: number | null;
}

/** The shares of nodes in `cost_share`, and how far each source was read. */
export class ShareStore {
  readonly #client: Knex;

  static create({ client }: Pick<CostDatabase, 'client'>): ShareStore {
    return new ShareStore(client);
  }

  private constructor(client: Knex) {
    this.#client = client;
  }

  /**
   * The last day that was read of a source; undefined where days that can be
   * read again have prices in another currency than app-config says now.
   *
   * @param options.since - first day that can be read again
   */
  async readThrough(options: {
    source: Pick<ClusterShareSource, 'name' | 'currency'>;
    since: string;
  }): Promise<string | undefined> {
    const { name: source, currency } = options.source;
    const other = await this.#client('cost_share')
      .where({ source })
      .where('day', '>=', options.since)
      .whereNot({ currency })
      .first('day');
    if (other) {
      return undefined;
    }
    const row = await this.#client('cost_source')
      .where({ name: source })
      .first('complete_to');
    return row?.complete_to ?? undefined;
  }

  /** Notes that all that a source has was read, when it is for the first time. */
  async markCaughtUp(source: string, now: number): Promise<void> {
    await this.#client('cost_source')
      .where({ name: source })
      .whereNull('caught_up_at')
      .update({ caught_up_at: now });
  }

  /** Notes why a source could not be read; what was read stays. */
  async markFailing(source: string, error: string): Promise<void> {
    await this.#client('cost_source')
      .insert({ name: source, type: 'cluster', kind: 'cluster', error })
      .onConflict('name')
      .merge({ error });
  }

  /**
   * Replaces the days of a stretch by what was read of them, whole.
   *
   * @param options.to - exclusive
   * @param options.now - Unix milliseconds
   */
  async replace(options: {
    source: Pick<ClusterShareSource, 'name' | 'currency'>;
    from: string;
    to: string;
    use: readonly NodeUse[];
    now: number;
  }): Promise<void> {
    const { source, from, to, now } = options;
    const rows = rowsOf(source, options.use);
    await this.#client.transaction(async trx => {
      const stretch = () =>
        trx('cost_share')
          .where({ source: source.name })
          .where('day', '>=', from)
          .where('day', '<', to);
      const before: Array<Fingerprint> = await stretch().select(
        'day',
        'node',
        'owner_hash',
        'currency',
        ...PRICES.map(price =>
          trx.raw('cast(?? as text) as ??', [price, price]),
        ),
      );
      const days = changedDays(before, rows);
      await stretch()
        .whereIn('day', [...days])
        .delete();
      const changed = rows.filter(({ day }) => days.has(day));
      for (let index = 0; index < changed.length; index += BATCH) {
        await trx('cost_share').insert(changed.slice(index, index + BATCH));
      }
      await markDirty({
        trx,
        billingMonths: [...days].map(day => `${day.slice(0, 8)}01`),
        now,
      });
      const last = rows.reduce(
        (latest, { day }) => (day > latest ? day : latest),
        '',
      );
      const known = {
        read_at: now,
        error: null,
        ...(last && { complete_to: last }),
      };
      await trx('cost_source')
        .insert({
          name: source.name,
          type: 'cluster',
          kind: 'cluster',
          ...known,
        })
        .onConflict('name')
        .merge(known);
    });
  }
}

type Fingerprint = Pick<
  ShareRow,
  'day' | 'node' | 'owner_hash' | 'currency' | (typeof PRICES)[number]
>;

/** Days of which anything is not as it was. */
function changedDays(
  before: readonly Fingerprint[],
  after: readonly Fingerprint[],
): Set<string> {
  const old = byDay(before);
  const fresh = byDay(after);
  return new Set(
    [...old.keys(), ...fresh.keys()].filter(
      day => old.get(day) !== fresh.get(day),
    ),
  );
}

function byDay(rows: readonly Fingerprint[]): Map<string, string> {
  const days = new Map<string, string[]>();
  for (const row of rows) {
    const lines = days.get(row.day) ?? [];
    days.set(row.day, lines);
    lines.push(
      [
        row.node,
        row.owner_hash,
        row.currency,
        ...PRICES.map(price => row[price]),
      ].join(' '),
    );
  }
  return new Map(
    [...days].map(([day, lines]) => [day, lines.sort().join('\n')]),
  );
}

/** One row for each owner of a node and day. */
function rowsOf(
  source: Pick<ClusterShareSource, 'name' | 'currency'>,
  use: readonly NodeUse[],
): ShareRow[] {
  const rows = new Map<string, ShareRow>();
  for (const share of use) {
    const row = rowOf(source, share);
    const key = [row.cluster, row.day, row.node, row.owner_hash].join(' ');
    const known = rows.get(key);
    rows.set(key, known ? together(known, row) : row);
  }
  return [...rows.values()];
}

function rowOf(
  { name, currency }: Pick<ClusterShareSource, 'name' | 'currency'>,
  share: NodeUse,
): ShareRow {
  const { owner } = share;
  const isWorkload = owner.kind === 'workload';
  const labels = isWorkload
    ? JSON.stringify(
        Object.fromEntries(
          Object.entries(owner.labels).sort(([a], [b]) => (a < b ? -1 : 1)),
        ),
      )
    : null;
  const namespace = (isWorkload && owner.namespace) || null;
  return {
    source: name,
    cluster: share.cluster,
    day: share.day,
    node: share.node,
    owner_hash: createHash('sha256')
      .update(JSON.stringify([owner.kind, namespace, labels]))
      .digest('hex'),
    provider_id: share.providerId ?? null,
    owner_kind: owner.kind,
    namespace,
    labels,
    list_price: parseAmount(share.listPrice).toString(),
    storage_price: nanos(share.storageListPrice),
    network_price: nanos(share.networkListPrice),
    currency,
    cpu_core_hours: share.cpuCoreHours ?? null,
    ram_byte_hours: share.ramByteHours ?? null,
  };
}

function together(one: ShareRow, other: ShareRow): ShareRow {
  return {
    ...one,
    list_price: (BigInt(one.list_price) + BigInt(other.list_price)).toString(),
    storage_price: sumPrices(one.storage_price, other.storage_price),
    network_price: sumPrices(one.network_price, other.network_price),
    cpu_core_hours: sum(one.cpu_core_hours, other.cpu_core_hours),
    ram_byte_hours: sum(one.ram_byte_hours, other.ram_byte_hours),
  };
}

function nanos(text: string | undefined): string | null {
  return text === undefined ? null : parseAmount(text).toString();
}

function sumPrices(one: string | null, other: string | null): string | null {
  return one === null && other === null
    ? null
    : (BigInt(one ?? 0) + BigInt(other ?? 0)).toString();
}

function sum(one: number | null, other: number | null): number | null {
  return one === null && other === null ? null : (one ?? 0) + (other ?? 0);
}
