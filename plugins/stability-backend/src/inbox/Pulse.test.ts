import { waitUntil } from '@plimsoll/plugin-database/testUtils';
import { Pulse } from './Pulse';

describe('Pulse', () => {
  it('works again in time, when it is woken, and not when it is stopped', async () => {
    const work = jest.fn().mockResolvedValue(undefined);
    const pulse = Pulse.create({
      everyMs: 1_000_000,
      work,
      onError: jest.fn(),
    });
    pulse.start();
    pulse.start();
    await waitUntil('the first turn', () => work.mock.calls.length === 1);
    await new Promise(resolve => setTimeout(resolve, 5));
    expect(work).toHaveBeenCalledTimes(1);

    pulse.wake();
    await waitUntil('the second turn', () => work.mock.calls.length === 2);

    await pulse.stop();
    pulse.wake();
    await new Promise(resolve => setTimeout(resolve, 5));
    expect(work).toHaveBeenCalledTimes(2);

    const quick = Pulse.create({ everyMs: 1, work, onError: jest.fn() });
    quick.start();
    await waitUntil('the fifth turn', () => work.mock.calls.length > 4);
    await quick.stop();
  });

  it('does not lose a call that comes while it works', async () => {
    let calls = 0;
    const pulse: Pulse = Pulse.create({
      everyMs: 1_000_000,
      work: async () => {
        calls++;
        if (calls === 1) {
          pulse.wake();
        }
      },
      onError: jest.fn(),
    });
    pulse.start();

    await waitUntil('the second turn', () => calls === 2);
    await pulse.stop();

    expect(calls).toBe(2);
  });

  it('tells errors, goes on, and takes its time', async () => {
    const onError = jest.fn();
    const failure = new Error('away');
    const work = jest.fn().mockRejectedValue(failure);
    const pulse = Pulse.create({ everyMs: 1_000_000, work, onError });
    pulse.start();
    await waitUntil('the first turn', () => work.mock.calls.length === 1);
    // a database that is away is not asked faster because more comes in
    pulse.wake();
    await new Promise(resolve => setTimeout(resolve, 5));
    expect(work).toHaveBeenCalledTimes(1);
    await pulse.stop();

    const quick = Pulse.create({ everyMs: 1, work, onError });
    quick.start();
    await waitUntil('two turns more', () => work.mock.calls.length > 2);
    await quick.stop();

    expect(onError).toHaveBeenCalledWith(failure);
  });

  it('waits for what it is at when it is stopped', async () => {
    let finish: () => void = () => undefined;
    let seen: AbortSignal | undefined;
    const pulse = Pulse.create({
      everyMs: 1,
      work: signal => {
        seen = signal;
        return new Promise<void>(resolve => {
          finish = resolve;
        });
      },
      onError: jest.fn(),
    });
    pulse.start();
    await waitUntil('a signal', () => seen !== undefined);
    let isStopped = false;
    const stopping = pulse.stop().then(() => {
      isStopped = true;
    });

    expect(seen?.aborted).toBe(true);
    await new Promise(resolve => setTimeout(resolve, 5));
    expect(isStopped).toBe(false);
    finish();
    await stopping;
  });
});
