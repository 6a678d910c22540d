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
    // 150 ms of this process, whatever else the machine does
    while (process.cpuUsage(from).user < 150_000) {
      sum += Math.sqrt(sum + 1);
    }
    await sleep(20);
    const stalled = busy();

    expect(stalled.longestWorkMs).toBeGreaterThan(100);
    expect(stalled.longestMs).toBeGreaterThanOrEqual(stalled.longestWorkMs);
    expect(calm.longestWorkMs).toBeLessThan(50);
  });
});
