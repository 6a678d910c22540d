import { SourceTurns } from './SourceTurns';

/** Work that lasts until the test ends it. */
function createWork(source = 'prometheus') {
  const begun: string[] = [];
  const ends = new Map<string, (fault?: Error) => void>();
  const turns = SourceTurns.create();
  const take = (name: string, left = new AbortController().signal) =>
    turns.take({
      source,
      left,
      work: () => {
        begun.push(name);
        return new Promise<string>((resolve, reject) => {
          ends.set(name, fault => (fault ? reject(fault) : resolve(name)));
        });
      },
    });
  const end = (name: string, fault?: Error) => ends.get(name)?.(fault);
  return { turns, begun, take, end };
}

describe('SourceTurns', () => {
  it('lets one after the other ask, as they came, also after a failure', async () => {
    const { turns, begun, take, end } = createWork();
    const [first, second, third] = ['first', 'second', 'third'].map(name =>
      take(name),
    );
    expect(begun).toEqual(['first']);
    expect(turns.waiting('prometheus')).toBe(2);

    end('first', new Error('no route'));
    await expect(first).rejects.toThrow('no route');
    expect(begun).toEqual(['first', 'second']);
    end('second');
    await expect(second).resolves.toBe('second');
    end('third');
    await expect(third).resolves.toBe('third');
    expect(turns.waiting('prometheus')).toBe(0);

    const fourth = take('fourth');
    end('fourth');
    await expect(fourth).resolves.toBe('fourth');
  });

  it('makes nobody wait for another source', () => {
    const { turns, begun, take } = createWork();
    void take('first');
    void turns.take({
      source: 'other',
      left: new AbortController().signal,
      work: async () => begun.push('other'),
    });
    expect(begun).toEqual(['first', 'other']);
    expect(turns.waiting('never asked')).toBe(0);
  });

  it('gives the place of who leaves to those behind, at once', async () => {
    const { turns, begun, take, end } = createWork();
    const leaving = new AbortController();
    const first = take('first', leaving.signal);
    const second = take('second', leaving.signal);
    const third = take('third');
    expect(turns.waiting('prometheus')).toBe(2);

    leaving.abort();
    await expect(second).resolves.toBeUndefined();
    expect(turns.waiting('prometheus')).toBe(1);
    // whose turn it is ends by its own work
    expect(begun).toEqual(['first']);
    end('first');
    await expect(first).resolves.toBe('first');
    end('third');
    await expect(third).resolves.toBe('third');
    expect(begun).toEqual(['first', 'third']);
  });

  it('keeps the turn of who leaves just as it comes', async () => {
    const { begun, take, end } = createWork();
    const leaving = new AbortController();
    const first = take('first');
    const second = take('second', leaving.signal);
    const third = take('third');
    end('first');
    await first;
    leaving.abort();
    end('second');
    await expect(second).resolves.toBe('second');
    end('third');
    await expect(third).resolves.toBe('third');
    expect(begun).toEqual(['first', 'second', 'third']);
  });

  it('begins nothing for who had left before', async () => {
    const { begun, take } = createWork();
    await expect(take('late', AbortSignal.abort())).resolves.toBeUndefined();
    expect(begun).toEqual([]);
  });
});
