import { RatePacer } from './RatePacer';

describe('RatePacer', () => {
  it('makes the next piece wait until the last one is paid for', () => {
    let now = 1_000;
    const pacer = RatePacer.create({ perSecond: 5, now: () => now });
    expect(pacer.waitMs).toBe(0);

    pacer.spend(10);
    expect(pacer.waitMs).toBe(2_000);
    now += 1_500;
    expect(pacer.waitMs).toBe(500);
    pacer.spend(1);
    expect(pacer.waitMs).toBe(700);
  });

  it('saves nothing up while nothing is done', () => {
    let now = 0;
    const pacer = RatePacer.create({ perSecond: 5, now: () => now });
    now = 3_600_000;

    pacer.spend(5);

    expect(pacer.waitMs).toBe(1_000);
  });

  it('waits in real time, and stops waiting when it is told to', async () => {
    const pacer = RatePacer.create({ perSecond: 20, now: Date.now });
    pacer.spend(2);
    const started = Date.now();
    await pacer.wait(new AbortController().signal);
    expect(Date.now() - started).toBeGreaterThanOrEqual(95);

    pacer.spend(1e6);
    const stop = new AbortController();
    const waiting = pacer.wait(stop.signal);
    stop.abort();
    await expect(waiting).rejects.toThrow('aborted');
  });
});
