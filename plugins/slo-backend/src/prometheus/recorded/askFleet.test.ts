import {
  QueryTooLargeError,
  type PrometheusApi,
} from '@plimsoll/prometheus-client';
import { askFleet } from './askFleet';

/** Refuses what asks for more than so many of the sixteen digits at once. */
function serverOf(most: number = 16) {
  const asked: string[] = [];
  const answer = async (query: string) => {
    asked.push(query);
    const digits = query === '.+' ? 16 : query.indexOf(']') - 1;
    if (digits > most) {
      throw new QueryTooLargeError('too large');
    }
    return [
      {
        labels: { definition: query },
        points: [[60.4, 2] as const],
        isHistogram: false,
      },
    ];
  };
  const api: PrometheusApi = {
    query: ({ query }) => answer(query),
    queryRange: ({ query }) => answer(query),
    retentionSeconds: async () => undefined,
  };
  return { asked, api };
}

const ask = (api: PrometheusApi, expected: number, points: number = 1) =>
  askFleet({
    api,
    queryOf: ({ value }) => value,
    expected,
    start: 300,
    end: 300 * points,
    onRequest: () => {},
  });

describe('askFleet', () => {
  it('asks for all at once, and says who answered what when', async () => {
    const { api, asked } = serverOf();
    expect(await ask(api, 30_000)).toEqual(
      new Map([['.+', new Map([[60, 2]])]]),
    );
    expect(asked).toEqual(['.+']);
  });

  it.each([
    [30_000, 3, 2],
    [30_000, 12, 4],
    [100_000, 1, 4],
    [1_000_000, 12, 16],
  ])(
    'asks for %i of %i points in %i parts',
    async (expected, points, parts) => {
      const { api, asked } = serverOf();
      const values = await ask(api, expected, points);
      expect(asked).toHaveLength(parts);
      expect(values.size).toBe(parts);
      expect(asked.join('').replace(/[^0-9a-f]/g, '')).toBe('0123456789abcdef');
    },
  );

  it('asks for less where an answer is too large, and gives up at a sixteenth', async () => {
    const { api, asked } = serverOf(4);
    await ask(api, 10);
    expect(asked.slice(-4)).toEqual([
      '[0123].*',
      '[4567].*',
      '[89ab].*',
      '[cdef].*',
    ]);
    await expect(ask(serverOf(0).api, 10)).rejects.toThrow('too large');
  });
});
