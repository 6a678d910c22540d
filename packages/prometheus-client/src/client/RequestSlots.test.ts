import { setImmediate as turn } from 'node:timers/promises';
import { RequestSlots, type Urgency } from './RequestSlots';

/** Tasks that end when they are told to. */
function running(slots: RequestSlots) {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    started,
    begin: (urgency: Urgency, name: string) =>
      slots.run(urgency, async () => {
        started.push(name);
        await new Promise<void>(end => ends.set(name, end));
      }),
    end: async (name: string) => {
      ends.get(name)!();
      await turn();
    },
  };
}

describe('RequestSlots', () => {
  it('lets live requests in before history that waited longer', async () => {
    const { started, begin, end } = running(RequestSlots.create({ slots: 1 }));
    begin('live', 'first');
    begin('history', 'old');
    begin('live', 'second');
    begin('live', 'third');
    await turn();
    expect(started).toEqual(['first']);

    await end('first');
    await end('second');
    expect(started).toEqual(['first', 'second', 'third']);
    await end('third');
    expect(started).toEqual(['first', 'second', 'third', 'old']);
  });

  it('has at most four in flight, whoever asks, of which two for history', async () => {
    const { started, begin, end } = running(RequestSlots.create());
    for (const name of ['h1', 'h2', 'h3']) {
      begin('history', name);
    }
    await turn();
    expect(started).toEqual(['h1', 'h2']);
    for (const name of ['l1', 'l2', 'l3']) {
      begin('live', name);
    }
    await turn();
    expect(started).toEqual(['h1', 'h2', 'l1', 'l2']);

    await end('h1');
    expect(started.at(-1)).toBe('l3');
    await end('l1');
    expect(started.at(-1)).toBe('h3');
    expect(started).toHaveLength(6);
  });

  it('frees the slot of a task that fails', async () => {
    const slots = RequestSlots.create({ slots: 1 });
    await expect(
      slots.run('live', () => Promise.reject(new Error('no'))),
    ).rejects.toThrow('no');
    await expect(slots.run('history', async () => 1)).resolves.toBe(1);
  });
});
