import { ConfigReader } from '@backstage/config';
import { Pace } from '@plimsoll/plugin-database';
import createKnex, { type Knex } from 'knex';
import {
  openSloDatabase,
  type SloDatabase,
} from '../../../database/SloDatabase';
import { createTestLedger } from '../../../ledger/__testUtils__/createTestLedger';
import { ObjectiveStore } from '../../../objectives/ObjectiveStore';
import { resolveObjectives } from '../../../objectives/resolveObjectives';
import { SourceRegistry } from '../../../sources/SourceRegistry';
import { fleetEntities } from './fleetEntities';
import { FleetSource, pastOf, PASTS } from './FleetSource';
import { printResult } from './printResult';

/** @see fillFleet */
export interface FillFleetOptions {
  /** As knex takes it: an empty database. */
  database: Knex.Config;
  /** How many objectives; three a service. */
  objectives: number;
}

const DAY = 86_400;
const DAYS = 31;
/** Nothing is due until the measurement begins, Unix seconds. */
export const NEVER = 9_999_999_999;

/** A database with a fleet and its last month, whose history was read. */
export async function fillFleet(options: FillFleetOptions) {
  const began = performance.now();
  const client = createKnex(options.database);
  const database = await openSloDatabase({
    database: { getClient: async () => client },
  });
  const source = FleetSource.create({ latencyMs: 0 });
  const sources = await SourceRegistry.create({
    config: new ConfigReader({}),
    factories: [],
    added: [{ name: 'prometheus', type: 'fleet', source }],
    database,
  });
  const { objectives, refused } = await Pace.create().run(
    resolveObjectives({
      documents: {
        slos: fleetEntities(options.objectives).documents,
        slis: [],
        alertPolicies: [],
        alertConditions: [],
      },
      sources,
    }),
  );
  if (
    refused.length > 0 ||
    objectives.some(({ faults }) => faults.length > 0)
  ) {
    throw new Error('The documents of the fleet are wrong');
  }
  await ObjectiveStore.create({ database }).replaceAll({ objectives });
  const now = Math.floor(Date.now() / 1000);
  await client('slo_objective').update({
    ledger_hash: client.ref('definition_hash'),
    backfilled_from: 0,
    due_at: NEVER,
  });
  const pages = await fillLedger({ database, source, now });
  await client('slo_objective').update({
    read_up_to: now,
    measured_from: Math.floor(now / DAY) * DAY - DAYS * DAY,
    measured_up_to: Math.floor(now / 300) * 300,
  });
  if (database.isShared) {
    await client.raw('vacuum analyze');
  }
  await client.destroy();
  return { pages, seconds: (performance.now() - began) / 1000 };
}

/** Writes each past once, as an evaluation does, and copies its pages. */
async function fillLedger(options: {
  database: SloDatabase;
  source: FleetSource;
  /** Unix seconds. */
  now: number;
}): Promise<number> {
  const { database, source, now } = options;
  const { client } = database;
  const ledger = createTestLedger({ database });
  const today = Math.floor(now / DAY) * DAY;
  const stretches = [
    { from: today - DAYS * DAY, to: today - 4 * DAY, step: 900 },
    { from: today - 4 * DAY, to: Math.floor(now / 300) * 300, step: 300 },
  ];
  const rows: Array<{
    id: number;
    ref: string;
    definition: string;
    definition_hash: string;
  }> = await client('slo_objective')
    .select('id', 'ref', 'definition', 'definition_hash')
    .orderBy('id');
  for (let past = 0; past < PASTS; past += 1) {
    const [first, ...others] = rows.filter(({ ref }) => pastOf(ref) === past);
    for (const stretch of stretches) {
      const { readings } = await source.readBuckets({
        objectives: [JSON.parse(first.definition)],
        ...stretch,
      });
      await ledger.record({
        readings: readings.map(({ buckets }) => ({
          objectiveId: first.id,
          measuredHash: first.definition_hash,
          ...stretch,
          buckets,
          inconsistent: false,
        })),
      });
    }
    for (let index = 0; index < others.length; index += 500) {
      const part = others.slice(index, index + 500);
      await client.raw(
        `insert into slo_ledger
           (objective_id, start, "end", step, bad, total, covered_seconds, inconsistent, cells)
         select o.id, l.start, l."end", l.step, l.bad, l.total, l.covered_seconds, l.inconsistent, l.cells
         from slo_ledger l, slo_objective o
         where l.objective_id = ? and o.id in (${part.map(() => '?').join()})`,
        [first.id, ...part.map(({ id }) => id)],
      );
    }
  }
  const [{ count }] = await client('slo_ledger').count({ count: '*' });
  return Number(count);
}

if (require.main === module) {
  printResult(fillFleet(JSON.parse(process.argv[2])));
}
