import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { SloState } from '@plimsoll/plugin-slo-common';
import { stateRank } from '@plimsoll/plugin-slo-common';
import { type IndexedService, ServiceIndex } from '@plimsoll/service-index';
import type { SloTestDatabases } from '../../database/__testUtils__/testDatabases';
import { EvaluationEngine } from '../../evaluation/EvaluationEngine';
import { LedgerStore } from '../../ledger/LedgerStore';
import type { CatalogObjective } from '../../objectives/CatalogObjective';
import { ObjectiveStore } from '../../objectives/ObjectiveStore';
import { FakeMetricsSource } from '../../sources/__fixtures__/FakeMetricsSource';
import { SourceRegistry } from '../../sources/SourceRegistry';
import { RecentLists } from '../list/RecentLists';
import type { SloContext } from '../SloContext';

/** 2026-11-20T12:00:00Z, a Friday. */
export const NOON = Date.UTC(2026, 10, 20, 12) / 1000;

/** All that answers are made of, with a clock and a source that tests turn. */
export async function createServiceWorld(options: {
  databases: SloTestDatabases;
  id: TestDatabaseId;
  services?: IndexedService[];
  objectives?: CatalogObjective[];
  timeZone?: string;
}) {
  const { databases, id, timeZone = 'UTC' } = options;
  const database = await databases.create(id);
  const services = await ServiceIndex.create({
    database: { getClient: async () => database.client },
  });
  const source = FakeMetricsSource.create();
  const config = mockServices.rootConfig({
    data: { slo: { backfill: { queriesPerSecond: 1e6 } } },
  });
  const sources = await SourceRegistry.create({
    config,
    factories: [],
    added: [{ name: 'prometheus', type: 'fake', source }],
    database,
  });
  const ledger = LedgerStore.create({ database });
  const store = ObjectiveStore.create({ database });
  const clock = { seconds: NOON };
  const engine = EvaluationEngine.create({
    config,
    database,
    ledger,
    sources,
    logger: mockServices.logger.mock(),
    metrics: metricsServiceMock.mock(),
    now: () => clock.seconds * 1000,
  });
  const context: SloContext = {
    client: database.client,
    services,
    sources,
    ledger,
    recentLists: RecentLists.create(),
    timeZone,
    now: () => clock.seconds,
  };
  await services.replaceAll(options.services ?? []);
  await store.replaceAll({
    objectives: options.objectives ?? [],
    now: NOON * 1000,
  });
  return {
    database,
    context,
    source,
    store,
    clock,
    /** Measures all history that the source has, and judges. */
    async measure() {
      await engine.evaluateDue();
      await engine.backfillDue();
      clock.seconds += 60;
      await engine.evaluateDue();
    },
    /** Evaluates once, as the engine does every minute. */
    async tick(seconds: number) {
      clock.seconds += seconds;
      await engine.evaluateDue();
    },
    /** Writes what an evaluation would, without one. */
    async setStatus(status: {
      ref: string;
      state: SloState;
      remaining?: number;
      burn1h?: number;
      /** Unix milliseconds. */
      changedAt?: number;
    }) {
      const { ref, state, remaining = null, burn1h = null, changedAt } = status;
      const rows = database
        .client('slo_status')
        .whereIn(
          'objective_id',
          database.client('slo_objective').select('id').where({ ref }),
        );
      const { payload } = await rows.clone().first('payload');
      await rows.update({
        state,
        state_rank: stateRank(state),
        remaining,
        burn_1h: burn1h,
        payload: JSON.stringify({ ...JSON.parse(payload), state }),
        ...(changedAt !== undefined && { changed_at: changedAt }),
      });
    },
  };
}

export type ServiceWorld = Awaited<ReturnType<typeof createServiceWorld>>;
