import { mockServices } from '@backstage/backend-test-utils';
import type { Delivery } from '../deliveries/Delivery';
import { deliveriesOf } from '../deliveries/deliveriesOf';
import { cycleAt } from '../time/shopInstant';
import { HISTORY_DAYS, WorldSender } from './WorldSender';

const DAY = 86_400_000;
/** A Thursday in the middle of a cycle. */
const NOW = Date.parse('2026-11-19T10:20:00Z');
const { signal } = new AbortController();

function setUp(options: { isKnown?: (delivery: Delivery) => boolean } = {}) {
  const { isKnown } = options;
  const sent: Delivery[] = [];
  const clock = { now: NOW };
  const sender = WorldSender.create({
    logger: mockServices.logger.mock(),
    now: () => clock.now,
    knows: async ({ from, to }) => {
      expect(from).toBe(NOW - HISTORY_DAYS * DAY);
      expect(to).toBeGreaterThan(from);
      return isKnown !== undefined;
    },
    deliver: async delivery => {
      sent.push(delivery);
      return isKnown?.(delivery) ? 'duplicate' : 'accepted';
    },
  });
  return { sender, sent, clock };
}

const dayOf = ({ at }: Delivery) => Math.floor(at / DAY);

describe('WorldSender', () => {
  it('sends all of half a year, the newest day first, and nothing of the future', async () => {
    const { sender, sent } = setUp();
    await sender.sendHistory(NOW, signal);
    const first = cycleAt(NOW - HISTORY_DAYS * DAY);
    const wanted = [];
    for (let cycle = first; cycle <= cycleAt(NOW); cycle += 1) {
      wanted.push(...deliveriesOf(cycle));
    }
    expect(sent.length).toBe(
      wanted.filter(({ at }) => at < NOW && at >= NOW - HISTORY_DAYS * DAY)
        .length,
    );
    const days = sent.map(dayOf);
    expect(days).toEqual([...days].sort((one, other) => other - one));
    expect(Math.max(...sent.map(({ at }) => at))).toBeLessThan(NOW);
  });

  it('after a restart sends what was missed, and one day that was not', async () => {
    const stopped = NOW - 3 * DAY;
    const { sender, sent } = setUp({ isKnown: ({ at }) => at < stopped });
    await sender.sendHistory(NOW, signal);
    const days = new Set(sent.map(dayOf));
    expect(Math.min(...days)).toBe(Math.floor(stopped / DAY) - 1);
    expect(sent.some(({ at }) => at < stopped)).toBe(true);
  });

  it('asks for one day only where nothing is missing', async () => {
    const { sender, sent } = setUp({ isKnown: () => true });
    await sender.sendHistory(NOW, signal);
    expect(new Set(sent.map(dayOf)).size).toBe(1);
  });

  it('sends each delivery when its moment comes, once', async () => {
    const { sender, sent, clock } = setUp();
    let sentUpTo = NOW;
    for (let step = 0; step < 24; step += 1) {
      clock.now += 15 * 60_000;
      sentUpTo = await sender.sendDue(sentUpTo, signal);
    }
    const due = deliveriesOf(cycleAt(NOW)).filter(
      ({ at }) => at >= NOW && at < clock.now,
    );
    expect(due.length).toBeGreaterThan(3);
    expect(sent).toEqual(due);
  });

  it('stops when it is told to', async () => {
    const { sender, sent } = setUp();
    const stopping = new AbortController();
    const running = sender.run(stopping.signal);
    stopping.abort();
    await expect(running).rejects.toThrow(/abort/i);
    expect(sent.length).toBeLessThan(100);
  });
});
