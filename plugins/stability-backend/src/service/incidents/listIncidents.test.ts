import { incident, NOON, refOf } from '../../__testUtils__/observed';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { createServiceWorld } from '../__testUtils__/serviceWorld';

const databases = createTestDatabases();
const HOUR = 3_600_000;

describe('incidents', () => {
  it.each(databases.ids)('are listed, filtered and reviewed, %p', async id => {
    const world = await createServiceWorld({ databases, id });
    await world.observeStory();
    const began = NOON - 5 * HOUR;
    await world.observe([
      incident({
        service: 'pay',
        key: 'INC-2',
        phase: 'triggered',
        at: began,
        startedAt: began,
      }),
      incident({
        service: 'pay',
        key: 'INC-2',
        phase: 'resolved',
        at: began + HOUR,
        startedAt: began,
      }),
    ]);
    const labels = async (
      request: Parameters<typeof world.stability.listIncidents>[0],
    ) => {
      const page = await world.stability.listIncidents(request, world.caller);
      expect(page.items).toHaveLength(page.totalItems);
      return page.items.map(item => item.label);
    };
    expect(await labels({})).toEqual(['INC-2', 'INC-1']);
    expect(await labels({ open: true })).toEqual(['INC-1']);
    expect(await labels({ open: false })).toEqual(['INC-2']);
    expect(await labels({ entityRef: refOf('cart') })).toEqual(['INC-1']);
    expect(await labels({ from: new Date(began).toISOString() })).toEqual([
      'INC-2',
    ]);
    expect(await labels({ to: new Date(began).toISOString() })).toEqual([
      'INC-1',
    ]);

    const first = await world.incidentOf('INC-1');
    const one = await world.stability.getIncident(first, world.caller);
    expect(one.cause?.deploymentId).toBe(await world.deploymentOf('v2'));
    const review = await world.stability.getReview(first, world.caller);
    expect(review).toContain('INC-1');
    expect(review).toContain('v2');
    expect(review).toContain('The cart');
  });

  it('are reviewed without a cause, too', async () => {
    const world = await createServiceWorld({ databases, id: 'SQLITE_3' });
    await world.observe([
      incident({
        service: 'idle',
        key: 'INC-3',
        phase: 'triggered',
        at: NOON,
        startedAt: NOON,
      }),
    ]);
    const id = await world.incidentOf('INC-3');
    expect(await world.stability.getReview(id, world.caller)).toContain(
      'INC-3',
    );
  });
});
