import {
  BURN_WINDOWS,
  type ExplainedFigure,
} from '@plimsoll/plugin-slo-common';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { catalogObjective } from '../__testUtils__/catalogObjective';
import { NOON } from '../__testUtils__/serviceWorld';
import {
  createExplainWorld,
  DAY,
  MONTHLY,
  ROLLING,
} from './__testUtils__/explainWorld';

const databases = createTestDatabases();
const iso = (seconds: number) => new Date(seconds * 1000).toISOString();

function setUp(
  id: (typeof databases.ids)[number],
  objective = catalogObjective(ROLLING),
) {
  return createExplainWorld({ databases, id, objective });
}

function byId(figures: ExplainedFigure[]) {
  return new Map(figures.map(figure => [figure.id, figure]));
}

/** The result that the last step of a figure ends with. */
function lastResult(figure: ExplainedFigure | undefined): number {
  const text = figure?.steps[figure.steps.length - 1] ?? '';
  const [, result] = /= ([^=]*)$/.exec(text) ?? [];
  return Number(result?.replace(/,/g, '').replace('\u2212', '-'));
}

describe('explainObjective', () => {
  it.each(databases.ids)(
    'takes apart every number that the list shows, %p',
    async id => {
      const { measure, explain, status } = await setUp(id);
      await measure();
      const shown = await status();
      const { figures, read } = await explain();
      const figure = byId(figures);

      const numbers: Array<[string, number | undefined]> = [
        ['budget.remaining', shown.budget.remaining],
        ['budget.consumed', shown.budget.consumed],
        ['sli', shown.sli],
        ['coverage', shown.coverage],
        ...BURN_WINDOWS.map((window): [string, number | undefined] => [
          `burnRate.${window}`,
          shown.burnRates[window],
        ]),
      ];
      for (const [name, value] of numbers) {
        expect([name, value]).toEqual([name, expect.any(Number)]);
        expect([name, figure.get(name)?.value]).toEqual([name, value]);
        expect([name, lastResult(figure.get(name))]).toEqual([
          name,
          expect.closeTo(value ?? NaN, 5),
        ]);
      }
      expect([...figure.keys()].sort()).toEqual(
        [...numbers.map(([name]) => name), 'forecast'].sort(),
      );

      const bad = 18_000 + 0.05 * (30 * DAY + 60 - 3_600);
      expect(figure.get('budget.remaining')).toMatchObject({
        formula: 'left = 1 \u2212 bad / ((1 \u2212 target) \u00d7 total)',
        inputs: [
          { name: 'bad', value: expect.closeTo(bad, 0), unit: 'events' },
          { name: 'total', value: expect.any(Number), unit: 'events' },
          { name: 'target', value: '99', unit: '%' },
        ],
        from: shown.windowFrom,
        to: shown.windowTo,
      });
      expect(figure.get('budget.remaining')?.steps).toEqual([
        expect.stringMatching(/^allowed = \(1 \u2212 0\.99\) \u00d7 [\d,]+/),
        expect.stringMatching(/^spent = /),
        expect.stringMatching(/^left = 1 \u2212 /),
      ]);
      expect(figure.get('burnRate.1h')).toMatchObject({
        from: iso(NOON - 3_600),
        to: iso(NOON + 60),
      });
      expect(read).toMatchObject({
        source: 'prometheus',
        sourceType: 'fake',
        evaluatedAt: shown.evaluatedAt,
        dataUpTo: shown.dataUpTo,
        windowFrom: shown.windowFrom,
        windowSeconds: expect.closeTo(30 * DAY, -3),
        gaps: [],
      });
    },
  );

  it.each(databases.ids)('says where the budget went, %p', async id => {
    const { measure, explain } = await setUp(id);
    await measure();
    const { spent, queries, faults } = await explain();
    expect(spent).toEqual([
      {
        from: iso(NOON - 2 * DAY),
        to: iso(NOON - 2 * DAY + 3_600),
        bad: 18_000,
        share: expect.closeTo(18_000 / (0.01 * 10 * 30 * DAY), 4),
      },
    ]);
    expect(queries).toEqual([
      { name: 'total', language: 'text', text: 'sum of all' },
    ]);
    expect(faults).toEqual([]);
  });

  it.each(databases.ids)(
    'holds a calendar window against what it expects, %p',
    async id => {
      const { measure, explain, status } = await setUp(
        id,
        catalogObjective(MONTHLY),
      );
      await measure();
      const shown = await status();
      const { figures, notes, read } = await explain();
      const projected = byId(figures).get('projected.remaining');

      expect(projected?.value).toBe(shown.projected?.remaining);
      expect(lastResult(projected)).toBeCloseTo(projected?.value ?? NaN, 5);
      expect(projected?.steps[0]).toMatch(
        /^expected = [\d,.]+ so far \+ [\d,.]+ still to come = [\d,.]+$/,
      );
      expect(projected).toMatchObject({
        from: '2026-10-31T23:00:00.000Z',
        to: '2026-11-30T23:00:00.000Z',
      });
      expect(projected?.inputs).toContainEqual({
        name: 'basis',
        value: 'same-weekday',
      });
      expect(notes).toContainEqual({
        code: 'calendar-estimate',
        params: { basis: 'same-weekday' },
      });
      expect(read.windowTo).toBe(iso(NOON + 60));
      expect(byId(figures).get('forecast')?.formula).toContain('expected');
    },
  );

  it('foretells with the numbers that it foretells from', async () => {
    const { measure, explain, source, status } = await setUp('SQLITE_3');
    source.series = () => ({ bad: 0.05, total: 10 });
    await measure();
    const calm = byId((await explain()).figures).get('forecast');
    expect(calm).toMatchObject({
      steps: [expect.stringMatching(/^left \+ leaving > 0\.5\d* \u00d7 time/)],
    });
    expect(calm?.value).toBeUndefined();

    const { measure: measureAgain, ...busy } = await setUp('SQLITE_3');
    busy.source.series = at => ({
      bad: at > NOON - 3 * DAY ? 0.2 : 0,
      total: 10,
    });
    await measureAgain();
    const soon = byId((await busy.explain()).figures).get('forecast');
    const { forecast, evaluatedAt = '' } = await busy.status();
    expect(forecast.kind).toBe('at');
    const at = forecast.kind === 'at' ? Date.parse(forecast.at) : NaN;
    expect(soon?.value).toBeCloseTo((at - Date.parse(evaluatedAt)) / 1000, 3);
    expect(soon?.steps).toEqual([
      expect.stringMatching(/^leaving = 0(\.\d+)? until 2026-/),
      expect.stringMatching(/^gone in = \(.* s$/),
    ]);
    expect((await status()).forecast.kind).toBe('not-in-sight');

    const gone = await setUp('SQLITE_3');
    gone.source.series = () => ({ bad: 1, total: 10 });
    await gone.measure();
    expect(byId((await gone.explain()).figures).get('forecast')?.steps).toEqual(
      ['left = \u22129 \u2264 0'],
    );
  });

  it('has no number for what was never measured', async () => {
    const { explain } = await setUp('SQLITE_3');
    const { figures, read, spent } = await explain();
    for (const { id, value, steps } of figures) {
      expect([id, value]).toEqual([id, id === 'coverage' ? 0 : undefined]);
      expect(steps).toHaveLength(id === 'coverage' ? 1 : 0);
    }
    expect(spent).toEqual([]);
    expect(read.evaluatedAt).toBeUndefined();
    expect(read.gaps).toEqual([
      expect.objectContaining({ reason: 'not-measured-yet' }),
    ]);
  });

  it('keeps the last good numbers while the source is down', async () => {
    const { measure, tick, explain, status, source } = await setUp('SQLITE_3');
    await measure();
    const before = byId((await explain()).figures);
    source.down = new Error('connect ECONNREFUSED');
    await tick(60);
    await tick(3_600);
    expect((await status()).state).toBe('unknown');

    const { figures, notes } = await explain();
    const after = byId(figures);
    expect(after.get('burnRate.5m')?.value).toBeCloseTo(
      before.get('burnRate.5m')?.value ?? NaN,
      3,
    );
    expect(after.get('budget.remaining')?.value).toBe(
      (await status()).budget.remaining,
    );
    expect(notes).toContainEqual({
      code: 'source-down',
      params: { source: 'prometheus' },
    });
  });
});
