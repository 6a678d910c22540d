import { waitUntil } from '@plimsoll/plugin-database/testUtils';
import { GroupCommit } from './GroupCommit';

/** A commit that ends when it is told to. */
function heldCommits(
  overrides: Partial<{
    batch: number;
    lanes: number;
    capacity: number;
    pauseMs: number;
    weights: { waiting: number; commit: number };
  }> = {},
) {
  const held: Array<{ items: number[]; end: (error?: Error) => void }> = [];
  const group = GroupCommit.create<number, string>({
    batch: 3,
    lanes: 1,
    capacity: 10,
    pauseMs: 0,
    // an item weighs what it is
    weightOf: item => item,
    ...overrides,
    commit: items =>
      new Promise((resolve, reject) => {
        held.push({
          items,
          end: error =>
            error ? reject(error) : resolve(items.map(item => `r${item}`)),
        });
      }),
  });
  const begun = async (count: number) => {
    await waitUntil(`commit ${count}`, () => held.length >= count);
    return held[count - 1];
  };
  return { group, held, begun };
}

describe('GroupCommit', () => {
  it('commits together what comes while a commit goes on', async () => {
    const { group, held, begun } = heldCommits();
    const first = group.add(1);
    const one = await begun(1);
    const later = [2, 3, 4, 5].map(item => group.add(item));
    one.end();
    const two = await begun(2);
    two.end();
    const three = await begun(3);
    three.end();

    await expect(first).resolves.toBe('r1');
    await expect(Promise.all(later)).resolves.toEqual(['r2', 'r3', 'r4', 'r5']);
    expect(held.map(({ items }) => items)).toEqual([[1], [2, 3, 4], [5]]);
  });

  it('commits in as many lanes as it may', async () => {
    const { group, held, begun } = heldCommits({ lanes: 2, batch: 1 });
    const results = [1, 2, 3].map(item => group.add(item));

    await begun(2);
    expect(held).toHaveLength(2);
    held[1].end();
    await begun(3);
    held.forEach(({ end }) => end());
    await expect(Promise.all(results)).resolves.toEqual(['r1', 'r2', 'r3']);
  });

  it('waits for company, but not once there is enough of it', async () => {
    const { group, held, begun } = heldCommits({ batch: 3, pauseMs: 60_000 });
    const results = [group.add(1), group.add(2)];
    await new Promise(resolve => setTimeout(resolve, 10));
    expect(held).toEqual([]);

    results.push(group.add(3));
    (await begun(1)).end();
    await expect(Promise.all(results)).resolves.toEqual(['r1', 'r2', 'r3']);
    expect(held[0].items).toEqual([1, 2, 3]);
  });

  it('does not begin more commits than there are lanes, however long they take', async () => {
    const { group, held, begun } = heldCommits({ lanes: 1, batch: 2 });
    const results = [1, 2, 3, 4, 5].map(item => group.add(item));
    await begun(1);
    await new Promise(resolve => setTimeout(resolve, 10));
    expect(held).toHaveLength(1);
    for (let commit = 1; commit <= 3; commit++) {
      (await begun(commit)).end();
    }
    await expect(Promise.all(results)).resolves.toHaveLength(5);
  });

  it('tells all of a group that failed, and goes on', async () => {
    const { group, begun } = heldCommits();
    const failing = [1, 2].map(item => group.add(item));
    (await begun(1)).end(new Error('away'));

    await expect(Promise.allSettled(failing)).resolves.toEqual([
      expect.objectContaining({ status: 'rejected' }),
      expect.objectContaining({ status: 'rejected' }),
    ]);
    const next = group.add(3);
    (await begun(2)).end();
    await expect(next).resolves.toBe('r3');
  });

  it('refuses when too many wait', async () => {
    const { group, begun } = heldCommits({ capacity: 2, batch: 1 });
    const first = group.add(1);
    await begun(1);
    const waiting = [group.add(2), group.add(3)];

    await expect(group.add(4)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    for (let commit = 1; commit <= 3; commit++) {
      (await begun(commit)).end();
    }
    await expect(Promise.all([first, ...waiting])).resolves.toHaveLength(3);
  });

  it('takes an item back that nobody waits for, unless its commit has begun', async () => {
    const { group, held, begun } = heldCommits({ capacity: 2, batch: 1 });
    const giveUp = new AbortController();
    const begunItem = group.add(1, giveUp.signal);
    await begun(1);
    const waiting = [group.add(2, giveUp.signal), group.add(3)];
    const refused = waiting[0].catch(error => error.message);
    giveUp.abort(new Error('too late'));

    await expect(refused).resolves.toBe('too late');
    // there is room again
    const next = group.add(4);
    for (let commit = 1; commit <= 3; commit++) {
      (await begun(commit)).end();
    }
    await expect(begunItem).resolves.toBe('r1');
    await expect(Promise.all([waiting[1], next])).resolves.toEqual([
      'r3',
      'r4',
    ]);
    expect(held.map(({ items }) => items)).toEqual([[1], [3], [4]]);
  });

  it('bounds what waits and what one commit holds by weight', async () => {
    const { group, held, begun } = heldCommits({
      batch: 10,
      weights: { waiting: 20, commit: 10 },
    });
    const first = group.add(5);
    await begun(1);
    const later = [6, 4, 3, 7].map(item => group.add(item));

    await expect(group.add(1)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    for (let commit = 1; commit <= 3; commit++) {
      (await begun(commit)).end();
    }
    await expect(Promise.all([first, ...later])).resolves.toHaveLength(5);
    expect(held.map(({ items }) => items)).toEqual([[5], [6, 4], [3, 7]]);

    // one that is too heavy for any commit goes by itself
    const heavy = [group.add(1), group.add(15), group.add(2)];
    for (let commit = 4; commit <= 6; commit++) {
      (await begun(commit)).end();
    }
    await expect(Promise.all(heavy)).resolves.toHaveLength(3);
    expect(held.slice(3).map(({ items }) => items)).toEqual([[1], [15], [2]]);
  });
});
