import type { ObjectiveReading } from '@plimsoll/plugin-slo-node';
import {
  QueryRefusedError,
  SourceUnavailableError,
} from '@plimsoll/prometheus-client';
import { failureRatio, objective, ratio } from '../__fixtures__/objectives';
import { definitionOf, recordedApi } from '../__testUtils__/recordedApi';
import { measure } from '../reading/measure';
import { RecordedFleet } from './RecordedFleet';

const HOUR = 1_768_003_200;
const SETTINGS = { scrapeSeconds: 60, enforcedMatchers: {} };
const NEWEST = { from: HOUR, to: HOUR + 420, step: 300 };

const measurable = (given: Parameters<typeof objective>[0]) => {
  const definition = objective(given);
  return { objective: definition, measurement: measure(definition, SETTINGS) };
};
const checkout = measurable({ indicator: failureRatio('checkout') });
const cart = measurable({
  ref: 'slo:default/cart',
  indicator: failureRatio('cart'),
});
const changed = measurable({
  ref: 'slo:default/cart',
  indicator: ratio({ bad: 'sum(other)', total: 'sum(all)' }),
});
const names = [checkout, cart].map(one => definitionOf(one.objective));

function fleetOn(options: Partial<Parameters<typeof recordedApi>[0]> = {}) {
  const server = recordedApi({ definitions: names, ...options });
  const clock = { now: HOUR * 1_000 };
  const fleet = RecordedFleet.create({
    ...SETTINGS,
    api: server.api,
    now: () => clock.now,
  });
  return { ...server, fleet, clock };
}

const nothing: ObjectiveReading = {
  buckets: [],
  faults: [],
  inconsistent: false,
};

describe('RecordedFleet', () => {
  it('reads those whose rules are recorded, of the document as it stands', async () => {
    const { fleet, queries } = fleetOn();
    const { readings, queries: sent } = await fleet.read(
      [checkout, changed, cart],
      NEWEST,
    );
    expect(readings).toEqual([
      expect.objectContaining({ faults: [] }),
      undefined,
      readings[0],
    ]);
    expect(readings[0]!.buckets).toMatchObject([
      { start: HOUR, seconds: 300, bad: 100, total: 100 },
      { start: HOUR + 300, seconds: 120, bad: 40, total: 40 },
    ]);
    expect(sent).toBe(queries.length);
    expect(fleet.speaksFor(cart)).toBe(names[1]);
    expect(fleet.speaksFor(changed)).toBeUndefined();
  });

  it('asks once for all who read one stretch, also at the same time', async () => {
    const { fleet, queries } = fleetOn();
    const both = await Promise.all(
      [[checkout], [cart]].map(some => fleet.read(some, NEWEST)),
    );
    expect(both.flatMap(({ readings }) => readings)).not.toContain(undefined);
    expect(queries).toHaveLength(6);
    expect(both[0].queries + both[1].queries).toBe(6);
    expect((await fleet.read([cart], NEWEST)).queries).toBe(0);
    await fleet.read([cart], { ...NEWEST, to: HOUR + 480 });
    expect(queries).toHaveLength(12);
  });

  it('asks one question in five minutes where no rules are recorded', async () => {
    const { fleet, queries, clock } = fleetOn({ definitions: [] });
    for (let minute = 0; minute < 5; minute += 1) {
      const { readings } = await fleet.read([checkout], {
        ...NEWEST,
        to: NEWEST.to + minute * 60,
      });
      expect(readings).toEqual([undefined]);
      clock.now += 60_000;
    }
    expect(queries).toHaveLength(1);
    await fleet.read([checkout], { ...NEWEST, to: HOUR + 720 });
    expect(queries).toHaveLength(2);
  });

  it('asks for no values where rules of others are recorded only', async () => {
    const { fleet, queries } = fleetOn();
    await fleet.read([changed], NEWEST);
    expect(queries).toHaveLength(1);
  });

  it.each([
    ['history', { purpose: 'history' as const }],
    ['what somebody tries', { purpose: 'trial' as const }],
    ['wider steps', { step: 900 }],
  ])('leaves %s to exact queries', async (_, other) => {
    const { fleet, queries } = fleetOn();
    const { readings } = await fleet.read([checkout], { ...NEWEST, ...other });
    expect(readings).toEqual([undefined]);
    expect(queries).toEqual([]);
  });

  it('does not read a large fleet for a few objectives that catch up', async () => {
    const { fleet, queries } = fleetOn({
      definitions: [
        ...names,
        ...Array.from({ length: 2_000 }, (_, index) => `${index}`),
      ],
    });
    await fleet.read([checkout], NEWEST);
    const asked = queries.length;
    const alone = await fleet.read([checkout], { ...NEWEST, from: HOUR - 600 });
    expect(alone.readings).toEqual([undefined]);
    expect(queries).toHaveLength(asked);
    const many = Array.from({ length: 21 }, () => checkout);
    await fleet.read(many, { ...NEWEST, from: HOUR - 600 });
    expect(queries.length).toBeGreaterThan(asked);
  });

  it('believes for five minutes that an objective without any series has no data', async () => {
    const { fleet, clock } = fleetOn({
      rate: name => (name === names[0] ? undefined : 1),
    });
    const again = async () => {
      const { readings } = await fleet.read([checkout, cart], NEWEST);
      return readings[0];
    };
    expect(await again()).toBeUndefined();
    fleet.measured(checkout, {
      ...nothing,
      buckets: [
        { start: HOUR, seconds: 300, bad: 0, total: 1, coveredSeconds: 300 },
      ],
    });
    fleet.measured(checkout, { ...nothing, nonFinite: true });
    expect(await again()).toBeUndefined();
    fleet.measured(checkout, nothing);
    expect(await again()).toEqual(nothing);
    clock.now += 5 * 60_000;
    expect(await again()).toBeUndefined();
  });

  it('measures for five minutes when the server refuses to read recorded series', async () => {
    const { fleet, queries, clock } = fleetOn({
      fail: query => {
        if (query.includes('sli_bad')) {
          throw new QueryRefusedError('no');
        }
      },
    });
    expect((await fleet.read([checkout], NEWEST)).readings).toEqual([
      undefined,
    ]);
    const asked = queries.length;
    await fleet.read([checkout], { ...NEWEST, to: HOUR + 480 });
    expect(queries).toHaveLength(asked);
    clock.now += 5 * 60_000;
    await fleet.read([checkout], { ...NEWEST, to: HOUR + 720 });
    expect(queries.length).toBeGreaterThan(asked);
  });

  it('throws when the source is away, and asks again at the next try', async () => {
    let isAway = true;
    const { fleet } = fleetOn({
      fail: query => {
        if (isAway && query.includes('sli_')) {
          throw new SourceUnavailableError('away', { isTransient: false });
        }
      },
    });
    await expect(fleet.read([checkout], NEWEST)).rejects.toThrow('away');
    isAway = false;
    const { readings } = await fleet.read([checkout], NEWEST);
    expect(readings[0]!.buckets).toHaveLength(2);
  });

  it('gives up waiting when its caller does, and goes on for the others', async () => {
    const { fleet } = fleetOn();
    const caller = new AbortController();
    const given = fleet.read([checkout], { ...NEWEST, signal: caller.signal });
    const other = fleet.read([cart], NEWEST);
    caller.abort(new Error('enough'));
    await expect(given).rejects.toThrow('enough');
    expect((await other).readings[0]!.buckets).toHaveLength(2);
  });

  it('forgets after ten minutes how it read', async () => {
    const { fleet, clock } = fleetOn();
    expect(fleet.speaksFor(checkout)).toBeUndefined();
    await fleet.read([checkout], NEWEST);
    clock.now += 600_000;
    expect(fleet.speaksFor(checkout)).toBe(names[0]);
    clock.now += 1;
    expect(fleet.speaksFor(checkout)).toBeUndefined();
  });
});
