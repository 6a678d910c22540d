import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type {
  ObjectiveDefinition,
  ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import type { SloTestDatabases } from '../../../database/__testUtils__/testDatabases';
import type { CatalogObjective } from '../../../objectives/CatalogObjective';
import { createServiceWorld, NOON } from '../../__testUtils__/serviceWorld';
import { listObjectives } from '../../list/listObjectives';
import { explainObjective } from '../explainObjective';

export const DAY = 86_400;

/** 99 % over thirty days. */
export const ROLLING: Partial<ObjectiveDefinition> = {
  target: 0.99,
  targetText: '99',
};

/** 99 % in each month of Warsaw. */
export const MONTHLY: Partial<ObjectiveDefinition> = {
  ...ROLLING,
  window: {
    kind: 'calendar',
    duration: { value: 1, unit: 'M' },
    startTime: '2026-01-01 00:00:00',
    timeZone: 'Europe/Warsaw',
  },
};

/**
 * One objective whose source knows sixty days: half a percent of failures, and
 * an hour in which half of all failed, two days ago.
 */
export async function createExplainWorld(options: {
  databases: SloTestDatabases;
  id: TestDatabaseId;
  objective: CatalogObjective;
}) {
  const { objective } = options;
  const world = await createServiceWorld({
    ...options,
    objectives: [objective],
    services: [
      {
        entityRef: 'component:default/checkout',
        kind: 'component',
        owners: [],
      },
    ],
  });
  world.source.oldest = NOON - 60 * DAY;
  world.source.series = at => {
    const isOutage = at >= NOON - 2 * DAY && at < NOON - 2 * DAY + 3_600;
    return { bad: isOutage ? 5 : 0.05, total: 10 };
  };
  Object.assign(world.source, {
    explain: () => [{ name: 'total', language: 'text', text: 'sum of all' }],
  });
  const { context } = world;
  const scope = { kind: 'all' as const };
  return {
    ...world,
    explain: () =>
      explainObjective({ context, scope, key: objective.definition }),
    status: async (): Promise<ObjectiveStatus> =>
      (await listObjectives({ context, scope, request: {} })).items[0],
  };
}
