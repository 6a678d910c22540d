import { spoiltCursor } from '@plimsoll/plugin-database/testUtils';
import { OBJECTIVE_SORTS } from '@plimsoll/plugin-slo-common';
import * as fc from 'fast-check';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { catalogObjective } from '../__testUtils__/catalogObjective';
import { createServiceWorld } from '../__testUtils__/serviceWorld';
import { getSummary } from '../summary/getSummary';
import { listObjectives } from './listObjectives';

const databases = createTestDatabases();
const NAMES = ['cart', 'pay', 'search'];

interface Page {
  items: unknown[];
  pageInfo: { nextCursor?: string };
}

describe('lists of objectives', () => {
  it.each(databases.ids)(
    'answer or refuse a cursor that they did not give out, %s',
    async id => {
      const { context, setStatus } = await createServiceWorld({
        databases,
        id,
        objectives: NAMES.map(name =>
          catalogObjective({
            ref: `slo:default/${name}`,
            entityRef: `component:default/${name}`,
            displayName: name,
          }),
        ),
      });
      await setStatus({
        ref: 'slo:default/cart',
        state: 'burning',
        remaining: 0.25,
        burn1h: 2.5,
      });
      const scope = { kind: 'all' } as const;
      const lists = [
        ...OBJECTIVE_SORTS.map(
          sort =>
            (cursor?: string): Promise<Page> =>
              listObjectives({
                context,
                scope,
                request: { sort, limit: 1, cursor },
              }),
        ),
        (cursor?: string): Promise<Page> =>
          getSummary({ context, scope, request: { limit: 1, cursor } }),
      ];
      for (const list of lists) {
        const { pageInfo } = await list();
        const cursor = String(pageInfo.nextCursor);
        expect((await list(cursor)).items).toHaveLength(1);
        await fc.assert(
          fc.asyncProperty(spoiltCursor(cursor), async spoilt => {
            const outcome = await list(spoilt).then(
              () => 'answered',
              error => error.name,
            );
            expect(['answered', 'InputError']).toContain(outcome);
          }),
          { numRuns: 30 },
        );
      }
    },
  );
});
