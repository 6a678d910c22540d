import type { ObjectiveKey } from '@plimsoll/plugin-slo-common';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { catalogObjective } from '../__testUtils__/catalogObjective';
import {
  createServiceWorld,
  NOON,
  type ServiceWorld,
} from '../__testUtils__/serviceWorld';
import { getObjective } from './getObjective';

const databases = createTestDatabases();
const DAY = 86_400;

const objectives = [
  catalogObjective(
    { ref: 'slo:default/a', target: 0.99 },
    { document: { kind: 'SLO', spec: { service: 'checkout' } } },
  ),
  catalogObjective({
    ref: 'slo:default/kathmandu',
    window: {
      kind: 'calendar',
      duration: { value: 1, unit: 'M' },
      startTime: '2026-01-01 00:00:00',
      timeZone: 'Asia/Kathmandu',
    },
  }),
];

function get(world: ServiceWorld, key: Partial<ObjectiveKey> = {}) {
  return getObjective({
    context: world.context,
    scope: { kind: 'all' },
    key: { ref: 'slo:default/a', objective: 'requests-served', ...key },
  });
}

describe('getObjective', () => {
  it.each(databases.ids)(
    'adds the document, its place and the months, %p',
    async id => {
      const world = await createServiceWorld({ databases, id, objectives });
      world.source.oldest = NOON - 25 * DAY;
      world.source.series = () => ({ bad: 0.001, total: 1 });
      await world.measure();
      const detail = await get(world);

      expect(detail).toMatchObject({
        ref: 'slo:default/a',
        state: 'warming-up',
        document: { kind: 'SLO', spec: { service: 'checkout' } },
        location: 'url:https://git.example/slo.yaml',
        sourceStatus: { name: 'prometheus', up: true },
        timeZone: 'UTC',
      });
      expect(detail.months).toHaveLength(13);
      expect(detail.months[12]).toMatchObject({
        from: '2026-11-01T00:00:00.000Z',
        to: '2026-12-01T00:00:00.000Z',
        current: true,
        remaining: expect.closeTo(0.9),
        coverage: expect.closeTo(1, 3),
      });
      expect(detail.months[11]).toMatchObject({
        current: false,
        coverage: expect.closeTo(5.5 / 31, 3),
      });
      expect(detail.months[0]).toEqual({
        from: '2025-11-01T00:00:00.000Z',
        to: '2025-12-01T00:00:00.000Z',
        current: false,
        coverage: 0,
      });
    },
  );

  it.each(databases.ids)(
    'cuts months in the zone of the window, %p',
    async id => {
      const world = await createServiceWorld({
        databases,
        id,
        objectives,
        timeZone: 'Europe/Warsaw',
      });
      const own = await get(world, { ref: 'slo:default/kathmandu' });
      expect(own.timeZone).toBe('Asia/Kathmandu');
      expect(own.months[12].from).toBe('2026-10-31T18:15:00.000Z');
      const usual = await get(world);
      expect(usual.timeZone).toBe('Europe/Warsaw');
      expect(usual.months[12].from).toBe('2026-10-31T23:00:00.000Z');
    },
  );

  it('finds by document and name, whatever the case of the ref', async () => {
    const world = await createServiceWorld({
      databases,
      id: 'SQLITE_3',
      objectives,
    });
    await expect(get(world, { ref: 'SLO:Default/A' })).resolves.toBeDefined();
    await expect(get(world, { objective: 'other' })).rejects.toThrow(
      "There is no objective 'other' in slo:default/a, or you may not see it",
    );
    await world.store.replaceAll({ objectives: [] });
    await expect(get(world)).rejects.toThrow(/There is no objective/);
  });
});
