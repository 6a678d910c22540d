import type { Observation } from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';
import { type BulkTable, upsertRows } from '../database/upsertRows';
import { canonicalJson, contentHash } from './contentHash';
import { markDirty } from './markDirty';
import type { ObservationWriter } from './ObservationWriter';
import { shareMoved } from './shareMoved';
import { type Withdrawn, withdraw } from './withdraw';

/** A row of `stability_observation`. */
export interface ObservationRow {
  id: string;
  entity_ref: string;
  kind: Observation['kind'];
  /** Unix milliseconds. */
  at: number;
  content: string;
  content_hash: string;
}

const TABLE: BulkTable<ObservationRow> = {
  name: 'stability_observation',
  columns: {
    id: 'text',
    entity_ref: 'text',
    kind: 'text',
    at: 'bigint',
    content: 'text',
    content_hash: 'text',
  },
  key: ['id', 'entity_ref'],
};

/** Keeps every observation in the plugin's own database, for good. */
export class ObservationStore implements ObservationWriter {
  readonly #now: () => number;

  /** @param options.now - Unix milliseconds; the clock by default */
  static create(options: { now?: () => number } = {}): ObservationStore {
    return new ObservationStore(options.now ?? Date.now);
  }

  private constructor(now: () => number) {
    this.#now = now;
  }

  async write(options: {
    observations: readonly Observation[];
    withdrawn?: readonly Withdrawn[];
    trx: Knex;
  }): Promise<void> {
    const { observations, withdrawn = [], trx } = options;
    const poorer = await withdraw({ withdrawn, trx });
    const shared = await shareMoved({ observations, trx });
    const rows = newestOf(shared.map(toRow));
    // those that are new or newer than what was there
    const changed = await upsertRows({
      trx,
      rows,
      table: TABLE,
      where:
        '(excluded.at, excluded.content_hash) > (stability_observation.at, stability_observation.content_hash)',
      returning: 'entity_ref',
    });
    const entityRefs = new Set([
      ...poorer,
      ...changed.map(row => row.entity_ref),
    ]);
    await markDirty({ trx, entityRefs, now: this.#now() });
  }
}

function toRow(observation: Observation): ObservationRow {
  const content = canonicalJson(observation);
  return {
    id: observation.id,
    entity_ref: observation.entityRef,
    kind: observation.kind,
    at: Date.parse(observation.at),
    content,
    content_hash: contentHash(content),
  };
}

/** One row per id and service, sorted so that writers never wait in a ring. */
function newestOf(rows: ObservationRow[]): ObservationRow[] {
  const newest = new Map<string, ObservationRow>();
  for (const row of rows) {
    const key = `${row.entity_ref} ${row.id}`;
    const known = newest.get(key);
    if (!known || isNewer(row, known)) {
      newest.set(key, row);
    }
  }
  return [...newest.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, row]) => row);
}

function isNewer(row: ObservationRow, known: ObservationRow): boolean {
  return row.at === known.at
    ? row.content_hash > known.content_hash
    : row.at > known.at;
}
