import { setTimeout as sleep } from 'node:timers/promises';
import { watchStalls } from './watchStalls';

describe('watchStalls', () => {
  it('sees work that leaves nobody a turn, and not who waits', async () => {
    const idle = watchStalls();
    await sleep(150);
    const calm = idle();

    const busy = watchStalls();
    await sleep(20);
    const from = process.cpuUsage();
    let sum = 0;
    // a second of this process, whatever else the machine does
    while (process.cpuUsage(from).user < 1_000_000) {
      sum += Math.sqrt(sum + 1);
    }
    await sleep(20);
    const stalled = busy();

    expect(stalled.longestWorkMs).toBeGreaterThan(800);
    expect(stalled.longestMs).toBeGreaterThanOrEqual(stalled.longestWorkMs);
    // ten times what collecting garbage takes
    expect(calm.longestWorkMs).toBeLessThan(400);
  });
});
