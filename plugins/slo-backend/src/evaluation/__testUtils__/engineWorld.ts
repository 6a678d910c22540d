import type { LoggerService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { ObjectiveDefinition } from '@plimsoll/plugin-slo-common';
import {
  insertObjectives,
  objectiveDefinition,
} from '../../database/__testUtils__/insertObjectives';
import type { SloTestDatabases } from '../../database/__testUtils__/testDatabases';
import type { SloDatabase } from '../../database/SloDatabase';
import {
  createTestLedger,
  type TestLedger,
} from '../../ledger/__testUtils__/createTestLedger';
import { FakeMetricsSource } from '../../sources/__fixtures__/FakeMetricsSource';
import { SourceRegistry } from '../../sources/SourceRegistry';
import { EvaluationEngine } from '../EvaluationEngine';
import type { StatusPayload } from '../StatusPayload';

/** 2026-11-20T12:00:00Z, a Friday. */
export const NOON = Date.UTC(2026, 10, 20, 12) / 1000;

/** A clock that tests turn. */
export class TestClock {
  /** Unix seconds. */
  seconds = NOON;
  readonly now = () => this.seconds * 1000;
}

/** A status as the database has it. */
export interface SavedStatus {
  ref: string;
  state: string;
  payload: StatusPayload;
  evaluatedAt: number | undefined;
  changedAt: number;
}

/** Everything around engines in one test. */
export interface EngineWorld {
  database: SloDatabase;
  ledger: TestLedger;
  source: FakeMetricsSource;
  clock: TestClock;
  addObjectives(
    count: number,
    overrides?: Partial<ObjectiveDefinition>,
  ): Promise<number[]>;
  /** An engine of its own, as another replica has it. */
  replica(options?: {
    source?: FakeMetricsSource;
    onEvaluated?: () => void;
    logger?: LoggerService;
  }): Promise<EvaluationEngine>;
  statuses(): Promise<SavedStatus[]>;
}

export async function createEngineWorld(options: {
  databases: SloTestDatabases;
  id: TestDatabaseId;
}): Promise<EngineWorld> {
  const database = await options.databases.create(options.id);
  const clock = new TestClock();
  const source = FakeMetricsSource.create();
  source.oldest = NOON - 33 * 86_400;
  const ledger = createTestLedger({ database });
  let added = 0;
  return {
    database,
    ledger,
    source,
    clock,
    async addObjectives(count, overrides) {
      const definitions = Array.from({ length: count }, () => {
        added += 1;
        return objectiveDefinition({
          ref: `slo:default/objective-${added}`,
          ...overrides,
        });
      });
      return insertObjectives({ database, definitions });
    },
    async replica({
      source: own = source,
      onEvaluated,
      logger = mockServices.logger.mock(),
    } = {}) {
      const config = mockServices.rootConfig({
        data: { slo: { backfill: { queriesPerSecond: 1e6 } } },
      });
      return EvaluationEngine.create({
        config,
        database,
        ledger,
        logger,
        metrics: metricsServiceMock.mock(),
        now: clock.now,
        onEvaluated,
        sources: await SourceRegistry.create({
          config,
          factories: [],
          added: [{ name: 'prometheus', type: 'fake', source: own }],
          database,
        }),
      });
    },
    async statuses() {
      const rows = await database
        .client('slo_status')
        .join('slo_objective', 'slo_objective.id', 'slo_status.objective_id')
        .select('slo_objective.ref', 'slo_status.*')
        .orderBy('slo_objective.id');
      return rows.map(row => ({
        ref: row.ref,
        state: row.state,
        payload: JSON.parse(row.payload),
        evaluatedAt:
          row.evaluated_at === null ? undefined : Number(row.evaluated_at),
        changedAt: Number(row.changed_at),
      }));
    },
  };
}
