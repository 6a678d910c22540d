import { setTimeout as sleep } from 'node:timers/promises';
import { runLanes } from './runLanes';

describe('runLanes', () => {
  it('sums up what each did, at the same time', async () => {
    let running = 0;
    let most = 0;
    const sum = await runLanes(3, async () => {
      running++;
      most = Math.max(most, running);
      await sleep(5);
      running--;
      return 2;
    });
    expect([sum, most]).toEqual([6, 3]);
  });

  it('throws the first failure when all have ended', async () => {
    let lane = 0;
    let ended = 0;
    const work = async () => {
      const own = lane++;
      await sleep(own * 10);
      ended++;
      if (own < 2) {
        throw new Error(`lane ${own}`);
      }
      return 1;
    };
    await expect(runLanes(3, work)).rejects.toThrow('lane 0');
    expect(ended).toBe(3);
  });
});
