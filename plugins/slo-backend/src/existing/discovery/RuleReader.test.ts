import type { PrometheusApi, Series } from '@plimsoll/prometheus-client';
import { RuleReader } from './RuleReader';

type Labelled = [labels: Record<string, string>, value: number];

/** A reader of a server that answers every question alike. */
function readerOf(recorded: Labelled[], identityLabels: string[] = []) {
  const series: Series[] = recorded.map(([labels, value]) => ({
    labels,
    points: [[0, value]],
    isHistogram: false,
  }));
  const api: PrometheusApi = {
    query: async () => series,
    queryRange: async () => [],
    retentionSeconds: async () => undefined,
  };
  return RuleReader.create({
    api,
    enforcedMatchers: {},
    idLabel: 'id',
    identityLabels,
    at: 1_000,
  });
}

describe('RuleReader', () => {
  it.each([
    [
      'the same value of different labels',
      ['cluster', 'zone'],
      { id: 'a', cluster: 'one' },
      { id: 'a', zone: 'one' },
    ],
    [
      'an id with a slash',
      ['cluster'],
      { id: 'a/one' },
      { id: 'a', cluster: 'one' },
    ],
  ])('tells SLOs apart by %s', async (_, identityLabels, a, b) => {
    const reader = readerOf(
      [
        [a, 0.9],
        [b, 0.99],
      ],
      identityLabels,
    );
    const slos = [...(await reader.read('target')).values()];
    expect(
      slos.map(({ id, labels, values }) => ({
        id,
        labels,
        values: [...values],
      })),
    ).toEqual([
      { id: 'a/one', labels: a, values: [0.9] },
      { id: 'a/one', labels: b, values: [0.99] },
    ]);
    expect(await reader.present('rate')).toEqual(
      new Set((await reader.read('target')).keys()),
    );
  });

  it('gathers the different values of an SLO, and the labels all agree on', async () => {
    const reader = readerOf([
      [{ __name__: 'target', id: 'a', pod: 'x', team: 't' }, 1],
      [{ __name__: 'target', id: 'a', pod: 'y', team: 't' }, 2],
      [{ __name__: 'target', id: 'a', pod: 'z', team: 't' }, 1],
    ]);
    const [slo] = (await reader.read('target')).values();
    expect([...slo.values]).toEqual([1, 2]);
    expect(slo.labels).toEqual({ id: 'a', team: 't' });
    expect(slo.matchers).toEqual([{ label: 'id', operator: '=', value: 'a' }]);
  });

  it('reads thousands of series of one SLO in seconds of the processor', async () => {
    const reader = readerOf(
      Array.from({ length: 50_000 }, (_, value) => [{ id: 'a' }, value]),
    );
    const before = process.cpuUsage();
    const [slo] = (await reader.read('target')).values();
    const { user, system } = process.cpuUsage(before);
    expect(slo.values.size).toBe(50_000);
    // some hundredths of a second here: slow machines pass, more work does not
    expect((user + system) / 1e6).toBeLessThan(10);
  });
});
