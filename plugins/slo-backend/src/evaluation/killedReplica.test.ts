import { createMockDirectory } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { spawn } from 'node:child_process';
import {
  insertObjectives,
  objectiveDefinition,
} from '../database/__testUtils__/insertObjectives';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { LedgerPage, type LedgerPageRow } from '../ledger/LedgerPage';
import {
  createReplica,
  type ReplicaProcessOptions,
  truth,
} from './__testUtils__/replicaProcess';

const DAY = 86_400;
/** 2026-11-20T12:00:00Z */
const NOON = Date.UTC(2026, 10, 20, 12) / 1000;
const OLDEST = NOON - 40 * DAY;
const OBJECTIVES = 20;
/** Milliseconds of work before each kill. */
const KILLS = [50, 150, 350];

describe('a replica that is killed', () => {
  const databases = createTestDatabases();
  const directory = createMockDirectory();

  /** A database that several processes may open. */
  async function knexConfig(
    id: (typeof databases.ids)[number],
  ): Promise<Knex.Config> {
    if (id === 'SQLITE_3') {
      return {
        client: 'better-sqlite3',
        connection: { filename: directory.resolve('slo.sqlite') },
      };
    }
    const client = await (await databases.service(id)).getClient();
    const { connection } = client.client.config;
    return { client: 'pg', connection, pool: { min: 0, max: 3 } };
  }

  /** Runs a replica that is killed without a word of warning. */
  function runAndKill(options: ReplicaProcessOptions) {
    return new Promise<NodeJS.Signals | number | null>((resolve, reject) => {
      const child = spawn(
        process.execPath,
        [
          '--require',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
          require.resolve('./__testUtils__/replicaProcess'),
          JSON.stringify(options),
        ],
        { stdio: ['ignore', 'ignore', 'inherit'] },
      );
      child.on('error', reject);
      child.on('exit', (code, signal) => resolve(signal ?? code));
    });
  }

  it.each(databases.ids)(
    'leaves a ledger that the next one completes to the last event, %s',
    async id => {
      const knex = await knexConfig(id);
      const options = { knex, oldest: OLDEST, now: NOON };
      const { database, engine: first } = await createReplica(options);
      await insertObjectives({
        database,
        definitions: Array.from({ length: OBJECTIVES }, (_, index) =>
          objectiveDefinition({ ref: `slo:default/objective-${index}` }),
        ),
      });
      expect(first).toBeDefined();

      const ends = [];
      for (const [round, killedAfterMs] of KILLS.entries()) {
        // later than the lease of the one that was killed before
        const now = NOON + round * 120;
        ends.push(await runAndKill({ ...options, now, killedAfterMs }));
      }
      expect(ends).toContain('SIGKILL');
      expect(ends).not.toContain(1);

      const now = NOON + KILLS.length * 120;
      const last = await createReplica({ ...options, now });
      await last.engine.evaluateDue();
      await last.engine.backfillDue();

      await expect(last.database.client('slo_backfill')).resolves.toEqual([]);
      await expect(last.database.client('slo_status')).resolves.toHaveLength(
        OBJECTIVES,
      );
      const rows: Array<{ id: number }> = await last.database
        .client('slo_objective')
        .select('id');
      const ids = rows.map(row => row.id);
      const range = { from: NOON - 30 * DAY, to: NOON };
      const expected = truthOver(range.from, range.to);
      for (const sum of (
        await last.ledger.sum({ objectiveIds: ids, ...range })
      ).values()) {
        expect(sum).toMatchObject({
          ...expected,
          coveredSeconds: 30 * DAY,
        });
      }
      const pages: LedgerPageRow[] = await last.database.client('slo_ledger');
      for (const page of pages) {
        const { bad, total } = LedgerPage.fromRow(page).toRow();
        expect([page.bad, page.total]).toEqual([bad, total]);
      }
      await last.database.client.destroy();
      await database.client.destroy();
    },
  );
});

function truthOver(from: number, to: number): { bad: number; total: number } {
  let bad = 0;
  let total = 0;
  for (let at = from; at < to; at += 300) {
    bad += Math.round(truth(at).bad * 300);
    total += Math.round(truth(at).total * 300);
  }
  return { bad, total };
}
