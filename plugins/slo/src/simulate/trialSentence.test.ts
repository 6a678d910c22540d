import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '@plimsoll/plugin-plimsoll-react';
import type {
  SimulatedTarget,
  SimulationAnswer,
} from '@plimsoll/plugin-slo-common';
import {
  simulatedTarget,
  simulationAnswer,
} from '../__fixtures__/simulationAnswer';
import { renderWords } from '../__testUtils__/renderWords';
import { sloTranslationRef } from '../translation';
import { trialNotes } from './trialNotes';
import { trialSentence } from './trialSentence';

function sentence(target: SimulatedTarget): string {
  return renderWords(() => {
    const formats = useFormats();
    const { t } = useTranslationRef(sloTranslationRef);
    return trialSentence({ answer: simulationAnswer(), target, formats, t });
  });
}

function notes(
  overrides: Partial<SimulationAnswer>,
  target?: SimulatedTarget,
): string[] {
  return renderWords(() => {
    const formats = useFormats();
    const { t } = useTranslationRef(sloTranslationRef);
    const answer = { ...simulationAnswer(), replays: [], ...overrides };
    return trialNotes({ answer, target, formats, t });
  });
}

const pages = (count: number, undecided = 0) => ({
  count,
  seconds: 0,
  undecided,
});

describe('trialSentence', () => {
  it.each([
    [0, 0.4, 'would not have been paged in 30 d, and have 40.0% of the'],
    [1, 0.4, 'would have been paged once in 30 d, and have 40.0% of the'],
    [3, 0.4, 'would have been paged 3 times in 30 d, and have 40.0% of the'],
    [0, -0.4, 'would not have been paged in 30 d, and be at \u221240.0%.'],
    [1, -0.4, 'would have been paged once in 30 d, and be at \u221240.0%.'],
    [3, -0.4, 'would have been paged 3 times in 30 d, and be at \u221240.0%.'],
    [0, undefined, 'would not have been paged in 30 d.'],
    [1, undefined, 'would have been paged once in 30 d.'],
    [2, undefined, 'would have been paged 2 times in 30 d.'],
  ])('%p pages and %p left', (count, remaining, said) => {
    const text = sentence(
      simulatedTarget(0.9995, { pages: pages(count), budget: { remaining } }),
    );
    expect(text).toContain(`With 99.95% you ${said}`);
  });

  it.each([
    [0, 5, 0.4, 'paged 0 to 5 times in 30 d, and have 40.0% of the budget'],
    [2, 1, -0.4, 'paged 2 to 3 times in 30 d, and be at \u221240.0%.'],
    [0, 1, undefined, 'paged 0 to 1 times in 30 d.'],
  ])(
    '%p pages and %p that nobody can tell, %p left',
    (count, undecided, remaining, said) => {
      const text = sentence(
        simulatedTarget(0.9995, {
          pages: pages(count, undecided),
          budget: { remaining },
        }),
      );
      expect(text).toContain(`With 99.95% you would have been ${said}`);
    },
  );

  it('takes what the whole calendar window is expected to hold', () => {
    const projected = {
      remaining: 0.81,
      expectedTotal: 1,
      basis: 'same-weekday' as const,
    };
    expect(sentence(simulatedTarget(0.999, { projected }))).toContain('81.0%');
  });

  it('says nothing of a budget of too few events', () => {
    const target = simulatedTarget(0.9995, { state: 'insufficient' });
    expect(sentence(target)).not.toContain('budget');
    expect(notes({}, target)[0]).toMatch(
      /^There are too few events for 99.95%/,
    );
  });
});

describe('trialNotes', () => {
  const from = '2026-10-20T09:15:00.000Z';
  const since = '2026-11-16T01:00:00.000Z';
  const to = '2026-11-19T09:23:00.000Z';
  const fast = { severity: 'page', long: '1h', short: '5m' } as const;
  const slower = { severity: 'page', long: '6h', short: '30m' } as const;
  const slowest = { severity: 'ticket', long: '3d', short: '6h' } as const;

  it('says what it rests on', () => {
    expect(notes({})).toEqual([
      expect.stringMatching(
        /^Replayed from .*Oct 20.* from what the portal has measured; 99\.7% of it is\.$/,
      ),
    ]);
    const query = { kind: 'query', source: 'prom', demo: false } as const;
    expect(notes({ basis: { ...query, cut: 'time' } })).toEqual([
      expect.stringMatching(/^prom needed too long/),
      expect.stringMatching(
        /read from prom just now; 99\.7% of it is measured/,
      ),
    ]);
    expect(notes({ basis: { ...query, cut: 'queries' } })[0]).toMatch(
      /very many requests to prom/,
    );
  });

  it('says what could not be replayed, and since when it could', () => {
    expect(
      notes({
        replays: [
          {
            ...fast,
            stretches: [
              { from, to: since },
              { from: since, to, everySeconds: 300 },
            ],
          },
          { ...slower, stretches: [{ from, to, everySeconds: 900 }] },
          { ...slowest, stretches: [{ from, to, everySeconds: 900 }] },
        ],
      }).slice(0, -1),
    ).toEqual([
      expect.stringMatching(/^1 h with 5 min is replayed since .*Nov 16/),
      expect.stringMatching(/^6 h and 3 d are looked at every 15 minutes/),
    ]);
    expect(
      notes({ replays: [{ ...fast, stretches: [{ from, to }] }] })[0],
    ).toMatch(/^1 h with 5 min could not be replayed/);
    expect(
      notes({
        replays: [{ ...fast, stretches: [{ from, to, everySeconds: 300 }] }],
      }),
    ).toHaveLength(1);
  });

  it('says how much may be missing', () => {
    const target = simulatedTarget(0.999, { pages: pages(1, 2) });
    expect(notes({}, target)[0]).toMatch(
      /^It may have been up to 2 pages more/,
    );
    const judged = simulatedTarget(0.999, { judgedSeconds: 7 * 86_400 });
    expect(notes({}, judged)[0]).toMatch(
      /^The time without budget is out of 7 d/,
    );
    expect(notes({}, simulatedTarget(0.999))).toHaveLength(1);
    expect(notes({ windowCoverage: 0.4 })[0]).toBe(
      'Only 40.0% of 30 days is measured: the budget speaks for that part.',
    );
  });
});
