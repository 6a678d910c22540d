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
  it('has an end, and says what was not answered by then', async () => {
    const source = FakeMetricsSource.create();
    source.inspect = async ({ objective }) =>
      objective.ref.endsWith('/quick')
        ? { queries: [], unanswered: [] }
        : new Promise(() => {});
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
      // of which what is quick takes a few milliseconds
      deadlineMs: 4_000,
    });
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
