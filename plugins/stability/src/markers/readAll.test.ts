import type { StabilityPage } from '@plimsoll/plugin-stability-common';
import { readAll } from './readAll';

/** Pages of so many numbers; each leads to the next. */
const pages = (size: number, last: number) =>
  jest.fn(
    async (cursor: string | undefined): Promise<StabilityPage<number>> => {
      const page = Number(cursor ?? 0);
      return {
        items: Array.from({ length: size }, (_, index) => page * size + index),
        totalItems: size * (last + 1),
        pageInfo: { nextCursor: page < last ? String(page + 1) : undefined },
      };
    },
  );

describe('readAll', () => {
  it('reads page after page, in order', async () => {
    const read = pages(3, 2);
    expect(await readAll(read)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(read.mock.calls).toEqual([[undefined], ['1'], ['2']]);
  });

  it('stops at what an axis can show', async () => {
    const read = pages(400, 99);
    expect(await readAll(read)).toHaveLength(1_200);
    expect(read).toHaveBeenCalledTimes(3);
  });

  it('tells a failure of a later page', async () => {
    const read = pages(1, 2);
    read.mockImplementationOnce(async () => ({
      items: [0],
      totalItems: 3,
      pageInfo: { nextCursor: '1' },
    }));
    read.mockRejectedValueOnce(new Error('down'));
    await expect(readAll(read)).rejects.toThrow('down');
  });
});
