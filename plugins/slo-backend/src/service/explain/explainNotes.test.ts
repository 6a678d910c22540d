import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import type { CatalogObjective } from '../../objectives/CatalogObjective';
import { catalogObjective } from '../__testUtils__/catalogObjective';
import { NOON } from '../__testUtils__/serviceWorld';
import { createExplainWorld, DAY, ROLLING } from './__testUtils__/explainWorld';

const databases = createTestDatabases();

function setUp(objective: CatalogObjective) {
  return createExplainWorld({ databases, id: 'SQLITE_3', objective });
}

describe('explainNotes', () => {
  async function codes(
    objective: CatalogObjective,
    prepare: (world: Awaited<ReturnType<typeof setUp>>) => void = () => {},
  ) {
    const world = await setUp(objective);
    prepare(world);
    await world.measure();
    const { notes } = await world.explain();
    return notes.map(({ code }) => code);
  }

  it('speaks of counters, absent error series and made-up data', async () => {
    expect(await codes(catalogObjective(ROLLING))).toEqual([
      'demo-data',
      'first-sample-invisible',
      'bad-or-zero',
      'window-snapped',
    ]);
  });

  it('speaks of counters also where only the query tells', async () => {
    const growth = { spec: { query: 'sum(rate(x[{{.window}}]))' } };
    const undeclared = catalogObjective({
      ...ROLLING,
      indicator: {
        kind: 'ratio',
        counter: false,
        good: growth,
        total: growth,
      },
    });
    expect(await codes(undeclared)).toContain('first-sample-invisible');
  });

  it('does not speak of them where they do not apply', async () => {
    const gauge = catalogObjective({
      ...ROLLING,
      indicator: {
        kind: 'ratio',
        counter: false,
        good: { spec: {} },
        total: { spec: {} },
      },
    });
    expect(await codes(gauge)).toEqual(['demo-data', 'window-snapped']);
    const threshold = catalogObjective({
      ...ROLLING,
      indicator: {
        kind: 'threshold',
        metric: { spec: {} },
        operator: 'lt',
        threshold: 1,
      },
    });
    expect(await codes(threshold)).toEqual(['demo-data', 'window-snapped']);
  });

  it('speaks of a short history and of too few events', async () => {
    expect(
      await codes(catalogObjective(ROLLING), ({ source }) => {
        source.oldest = NOON - 5 * DAY;
      }),
    ).toContain('warming-up');
    expect(
      await codes(catalogObjective(ROLLING), ({ source }) => {
        source.series = () => ({ bad: 0, total: 1e-6 });
      }),
    ).toContain('few-events');
  });

  it('asks no source about an objective that it cannot measure', async () => {
    const faulty = catalogObjective(ROLLING, {
      faults: [{ path: 'spec.indicator', message: 'is no PromQL' }],
    });
    const { explain, source, measure } = await setUp(faulty);
    Object.assign(source, {
      explain: () => {
        throw new Error('must not be asked');
      },
    });
    await measure();
    const { queries, faults } = await explain();
    expect(queries).toEqual([]);
    expect(faults).toEqual([
      { path: 'spec.indicator', message: 'is no PromQL' },
    ]);
  });

  it('explains what is left of a document without an indicator', async () => {
    const { indicator, ...rest } = catalogObjective({
      ...ROLLING,
      source: 'nowhere',
    }).definition;
    const { explain, measure } = await setUp({
      ...catalogObjective(),
      definition: rest,
      indicatorKind: undefined,
      faults: [{ path: 'spec.indicatorRef', message: 'names no SLI' }],
    });
    await measure();
    const { read, figures, notes } = await explain();
    expect(read.sourceType).toBe('missing');
    expect(figures).toHaveLength(12);
    expect(notes.map(({ code }) => code)).toEqual(['window-snapped']);
    expect(indicator).toBeDefined();
  });
});
