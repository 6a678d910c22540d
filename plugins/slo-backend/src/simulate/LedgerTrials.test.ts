import type { SimulationRequest } from '@plimsoll/plugin-slo-common';
import { waitUntil } from '@plimsoll/plugin-database/testUtils';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { LedgerStore } from '../ledger/LedgerStore';
import { getObjective } from '../service/detail/getObjective';
import { catalogObjective } from '../service/__testUtils__/catalogObjective';
import {
  createServiceWorld,
  NOON,
  type ServiceWorld,
} from '../service/__testUtils__/serviceWorld';
import { LedgerTrials } from './LedgerTrials';
import { stepsUntil } from './stepsUntil';

const databases = createTestDatabases();
const DAY = 86_400;
const HOUR = 3_600;
const iso = (seconds: number) => new Date(seconds * 1_000).toISOString();

const objectives = [
  catalogObjective({ ref: 'slo:default/a', target: 0.99 }),
  catalogObjective({
    ref: 'slo:default/month',
    target: 0.99,
    window: {
      kind: 'calendar',
      duration: { value: 1, unit: 'M' },
      startTime: '2026-01-01 00:00:00',
      timeZone: 'Europe/Warsaw',
    },
  }),
];

/** Two hours of failures ten days ago, and one hour yesterday. */
async function setUp(id: (typeof databases.ids)[number]) {
  const world = await createServiceWorld({ databases, id, objectives });
  world.source.oldest = NOON - 70 * DAY;
  const isWithin = (at: number, from: number, hours: number) =>
    at >= from && at < from + hours * HOUR;
  world.source.series = at => ({
    bad:
      isWithin(at, NOON - 10 * DAY, 2) || isWithin(at, NOON - DAY, 1) ? 1 : 0,
    total: 10,
  });
  await world.measure();
  return world;
}

const key = { ref: 'slo:default/a', objective: 'requests-served' };

function simulate(
  world: ServiceWorld,
  request: Partial<SimulationRequest> = {},
  ref = key.ref,
) {
  return LedgerTrials.create(world).simulate({
    scope: { kind: 'all' },
    key: { ...key, ref },
    request: { targets: [], ...request },
  });
}

/** Readings of the ledger that tests let go one by one. */
function heldReadings({ context }: ServiceWorld) {
  const read = jest.spyOn(context.ledger, 'readBuckets');
  const release: Array<() => void> = [];
  const { readBuckets } = LedgerStore.prototype;
  read.mockImplementation(async options => {
    await new Promise<void>(resolve => {
      release.push(resolve);
    });
    return readBuckets.call(context.ledger, options);
  });
  const begun = (count: number) =>
    waitUntil(`reading ${count}`, () => read.mock.calls.length === count);
  return { read, release, begun };
}

describe('LedgerTrials', () => {
  it.each(databases.ids)('replays what was measured, %p', async id => {
    const world = await setUp(id);
    const { requests } = world.source;
    const asked = requests.length;
    const answer = await simulate(world, { targets: [0.9995, 0.9] });
    expect(requests).toHaveLength(asked);
    expect(answer).toMatchObject({
      to: iso(NOON + 60),
      coverage: expect.closeTo(1, 3),
      displayName: 'Requests served',
      entityRef: 'component:default/checkout',
      currentTarget: 0.99,
      basis: { kind: 'ledger', source: 'prometheus', demo: true },
    });
    expect(answer.targets.map(({ target }) => target)).toEqual([
      0.9, 0.99, 0.9995,
    ]);
    const [lax, own, strict] = answer.targets;
    // 10,800 of 25,920,000
    expect(own.budget.remaining).toBeCloseTo(1 - 10_800 / 259_200, 3);
    expect(strict.budget.remaining).toBeCloseTo(1 - 10_800 / 12_960, 3);
    expect(lax.pages).toMatchObject({ count: 0, undecided: 0 });
    // ten days ago there are only quarters of an hour: six hours page
    expect(strict.episodes.filter(one => one.severity === 'page')).toEqual([
      {
        severity: 'page',
        from: expect.stringMatching(/^2026-11-10T12:/),
        to: expect.any(String),
        pair: { long: '6h', short: '30m', factor: 6 },
      },
      {
        severity: 'page',
        from: iso(NOON - DAY + 300),
        to: expect.any(String),
        pair: { long: '1h', short: '5m', factor: 14.4 },
      },
    ]);
    const [fast] = answer.replays;
    expect(fast.stretches).toEqual([
      { from: answer.from, to: fast.stretches[1].from },
      { from: expect.any(String), to: answer.to, everySeconds: 300 },
    ]);
    expect(Date.parse(fast.stretches[1].from)).toBeLessThan(
      (NOON - 2 * DAY) * 1_000,
    );
  });

  it.each(databases.ids)(
    'says of the present target what the objective says, %p',
    async id => {
      const world = await setUp(id);
      for (const ref of ['slo:default/a', 'slo:default/month']) {
        const status = await getObjective({
          context: world.context,
          scope: { kind: 'all' },
          key: { ...key, ref },
        });
        const { targets } = await simulate(world, {}, ref);
        expect(targets).toHaveLength(1);
        expect(targets[0].state).toBe(status.state);
        expect(targets[0].budget).toEqual(status.budget);
        expect(targets[0].projected?.remaining).toBe(
          status.projected?.remaining,
        );
      }
    },
  );

  it.each(databases.ids)(
    'leaves out what corrections take out, as the objective does, %p',
    async id => {
      const world = await setUp(id);
      await world.context.client('slo_correction').insert({
        entity_ref: 'component:default/checkout',
        from_at: NOON - 10 * DAY,
        to_at: NOON - 10 * DAY + 2 * HOUR,
        reason: 'planned work',
        created_by: 'user:default/guest',
        created_at: NOON * 1_000,
      });
      await world.tick(60);
      const { budget } = await getObjective({
        context: world.context,
        scope: { kind: 'all' },
        key,
      });
      const { targets } = await simulate(world, { targets: [0.9995] });
      expect(targets[0].budget).toEqual(budget);
      expect(targets[1].budget.bad).toBeCloseTo(3_600);
      expect(targets[1].pages.count).toBe(1);
    },
  );

  it('tries another window, and a longer span', async () => {
    const world = await setUp('SQLITE_3');
    const { window, targets, from } = await simulate(world, {
      window: '7d',
      days: 60,
    });
    expect(window).toEqual({
      kind: 'rolling',
      duration: { value: 7, unit: 'd' },
    });
    // what was ten days ago has left the week
    expect(targets[0].budget.remaining).toBeCloseTo(1 - 3_600 / 60_480, 3);
    expect(targets[0].worst?.remaining).toBeCloseTo(1 - 7_200 / 60_480, 3);
    expect(Date.parse(from) / 1_000).toBeLessThan(NOON - 59 * DAY);
    await expect(simulate(world, { window: '2Y' })).rejects.toThrow(
      'a year at most',
    );
  });

  it('finds no objective that the caller may not see', async () => {
    const world = await setUp('SQLITE_3');
    const trials = LedgerTrials.create(world);
    const asked = { key, request: { targets: [0.5] } };
    await trials.simulate({ ...asked, scope: { kind: 'all' } });
    // although the answer is kept
    const hidden = trials.simulate({
      ...asked,
      scope: {
        kind: 'some',
        criteria: { ownedByAnyOf: ['group:default/nobody'] },
      },
    });
    const words = (name: string) =>
      `There is no objective 'requests-served' in slo:default/${name}, or you may not see it`;
    await expect(hidden).rejects.toThrow(words('a'));
    await expect(simulate(world, {}, 'slo:default/x')).rejects.toThrow(
      words('x'),
    );
  });

  it('answers the same question once a minute, until the objective is judged anew', async () => {
    const world = await setUp('SQLITE_3');
    const trials = LedgerTrials.create(world);
    const read = jest.spyOn(world.context.ledger, 'readBuckets');
    const ask = (targets: number[]) =>
      trials.simulate({ scope: { kind: 'all' }, key, request: { targets } });
    const [first, second] = await Promise.all([ask([0.9]), ask([0.9])]);
    expect(second).toBe(first);
    // the same targets, the own one among them
    expect(await ask([0.99, 0.9])).toBe(first);
    expect(read).toHaveBeenCalledTimes(1);
    await ask([0.5]);
    expect(read).toHaveBeenCalledTimes(2);

    await world.context.client('slo_correction').insert({
      entity_ref: 'component:default/checkout',
      from_at: NOON - 10 * DAY,
      to_at: NOON - 10 * DAY + 2 * HOUR,
      reason: 'planned work',
      created_by: 'user:default/guest',
      created_at: NOON * 1_000,
    });
    await world.context
      .client('slo_objective')
      .update({ due_at: world.clock.seconds });
    await world.tick(0);
    read.mockClear();
    expect(await ask([0.9])).not.toEqual(first);
    expect(read).toHaveBeenCalledTimes(1);
    // no evaluation, but a minute
    world.clock.seconds += 61;
    await ask([0.9]);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('works on one answer at a time, and for nobody who has gone', async () => {
    const world = await setUp('SQLITE_3');
    const trials = LedgerTrials.create(world);
    const { release, begun, read } = heldReadings(world);
    const ask = (target: number, signal?: AbortSignal) =>
      trials.simulate({
        scope: { kind: 'all' },
        key,
        request: { targets: [target] },
        signal,
      });
    const [gone, waiting] = [new AbortController(), new AbortController()];
    const first = ask(0.9, gone.signal);
    await begun(1);
    const second = ask(0.5, waiting.signal);
    const third = ask(0.6);
    // before its turn came
    waiting.abort();
    await expect(second).rejects.toThrow('Nobody waits for this answer');
    expect(read).toHaveBeenCalledTimes(1);
    gone.abort();
    await expect(first).rejects.toThrow('Nobody waits for this answer');
    await begun(2);
    release.forEach(go => go());
    expect((await third).targets.map(({ target }) => target)).toEqual([
      0.6, 0.99,
    ]);
    // nothing is kept of what nobody waited for
    const again = ask(0.9);
    await begun(3);
    release[2]();
    expect((await again).targets).toHaveLength(2);
    expect(read).toHaveBeenCalledTimes(3);
  });

  it('stops in the middle of its steps', () => {
    const stop = new AbortController();
    const begun = jest.fn();
    const steps = stepsUntil(
      (function* counting() {
        for (let index = 0; ; index += 1) {
          begun(index);
          yield;
        }
      })(),
      stop.signal,
    );
    steps.next();
    steps.next();
    stop.abort(new Error('nobody waits'));
    expect(() => steps.next()).toThrow('nobody waits');
    expect(begun).toHaveBeenCalledTimes(2);
  });
});
