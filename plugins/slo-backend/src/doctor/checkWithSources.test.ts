import { readCheckText } from '@plimsoll/plugin-slo-common/doctor';
import { stringify } from 'yaml';
import { sloEntity } from '../__testUtils__/catalogEntities';
import { FakeMetricsSource } from '../sources/__fixtures__/FakeMetricsSource';
import { checkWithSources } from './checkWithSources';
import { Inspector } from './Inspector';

const NOW = 1_763_000_000;

const textOf = (name: string) => {
  const { apiVersion, kind, spec } = sloEntity({ name, service: name });
  return stringify({ apiVersion, kind, metadata: { name }, spec });
};

describe('checkWithSources', () => {
  afterEach(() => jest.restoreAllMocks());

  it('has an end, and says what was not answered by then', async () => {
    const deadline = new AbortController();
    const timeout = jest
      .spyOn(AbortSignal, 'timeout')
      .mockReturnValue(deadline.signal);
    const source = FakeMetricsSource.create();
    source.inspect = async ({ objective }) => {
      if (objective.ref.endsWith('/quick')) {
        return { queries: [], unanswered: [] };
      }
      // the time is over when the first is answered and the second is not
      setImmediate(() => deadline.abort());
      return new Promise(() => {});
    };
    const sources = {
      names: ['prometheus'],
      get: () => ({ source }),
    };
    const report = await checkWithSources({
      text: readCheckText(['quick', 'slow', 'next'].map(textOf).join('---\n')),
      sources,
      inspector: Inspector.create({ sources, now: () => NOW }),
      resolveIndicator: () => undefined,
      refusalOf: async () => () => undefined,
      now: NOW,
    });
    expect(timeout.mock.calls).toEqual([[25_000]]);
    expect(report).toMatchObject({ objectives: 3, asked: 1 });
    expect(
      report.findings.map(({ document, message }) => [document, message]),
    ).toEqual(
      ['SLO slow', 'SLO next'].map(document => [
        document,
        'was checked without its series: its source had no time left to answer',
      ]),
    );
  });
});
