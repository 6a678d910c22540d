import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { bringForward } from './bringForward';
import { Lease } from './Lease';

const databases = createTestDatabases();
const { signal } = new AbortController();

describe.each(databases.ids)('bringForward, %s', id => {
  async function setUp() {
    const { client } = await databases.create(id);
    const clock = { now: 1_000_000 };
    const lease = Lease.create({ client, name: 'use', now: () => clock.now });
    const bring = (dueAt: number) =>
      bringForward({ client, name: 'use', dueAt, now: clock.now });
    const isDue = async (pauseMs: number) =>
      lease.run({ signal, work: async () => pauseMs });
    return { bring, clock, isDue, lease };
  }

  it('makes work due that was not for hours', async () => {
    const { bring, clock, isDue } = await setUp();
    expect(await isDue(9_000_000)).toBe(true);
    await bring(clock.now + 60_000);
    clock.now += 59_999;
    expect(await isDue(9_000_000)).toBe(false);
    clock.now += 1;
    expect(await isDue(9_000_000)).toBe(true);
    clock.now += 60_000;
    expect(await isDue(9_000_000)).toBe(false);
  });

  it('puts nothing off, and holds before anything was ever done', async () => {
    const { bring, clock, isDue } = await setUp();
    await bring(clock.now + 60_000);
    expect(await isDue(0)).toBe(false);
    await bring(clock.now + 90_000);
    clock.now += 60_000;
    expect(await isDue(0)).toBe(true);
  });

  it('is remembered where the work is being done, but not by what was due sooner anyway', async () => {
    const { bring, clock, isDue, lease } = await setUp();
    await lease.run({
      signal,
      work: async () => {
        await bring(clock.now + 60_000);
        return 9_000_000;
      },
    });
    clock.now += 60_000;
    await lease.run({
      signal,
      work: async () => {
        await bring(clock.now + 60_000);
        return 10_000;
      },
    });
    clock.now += 10_000;
    expect(await isDue(9_000_000)).toBe(true);
    clock.now += 60_000;
    expect(await isDue(9_000_000)).toBe(false);
  });
});
