import {
  BAND_SETS,
  DEFAULT_FACT_RULES,
} from '@plimsoll/plugin-stability-common';
import { deployed, incident, NOON, refOf } from '../__testUtils__/observed';
import { foldService } from './foldService';

const begun = (
  key: string,
  rest: Partial<Parameters<typeof incident>[0]> = {},
) =>
  incident({
    service: 'checkout',
    key,
    phase: 'triggered',
    at: NOON,
    startedAt: NOON,
    ...rest,
  });

/** The incident that the fleet shows. */
async function shownOf(...observations: Array<ReturnType<typeof begun>>) {
  const { windows } = await foldService({
    history: {
      entityRef: refOf('checkout'),
      observations,
      answers: [],
      corrections: [],
    },
    rules: DEFAULT_FACT_RULES,
    targets: {},
    now: NOON + 60_000,
  });
  return windows[0].content.openIncident?.label;
}

describe('foldService', () => {
  it('shows the fleet what is open in production, as the metrics do', async () => {
    expect(await shownOf(begun('INC-1'))).toBe('INC-1');
    expect(await shownOf(begun('INC-2', { environment: undefined }))).toBe(
      'INC-2',
    );
    expect(
      await shownOf(begun('INC-3', { environment: 'staging' })),
    ).toBeUndefined();
    expect(await shownOf(begun('INC-4', { derived: true }))).toBeUndefined();
  });

  it('sorts into bands only where they are switched on', async () => {
    const observations = Array.from({ length: 40 }, (_, day) =>
      deployed({
        service: 'checkout',
        version: `v${day}`,
        at: NOON - (day + 2) * 24 * 3_600_000,
      }),
    );
    const bandsOf = async (bands?: (typeof BAND_SETS)[number]) => {
      const { windows } = await foldService({
        history: {
          entityRef: refOf('checkout'),
          observations,
          answers: [],
          corrections: [],
        },
        rules: DEFAULT_FACT_RULES,
        targets: {},
        bands,
        now: NOON,
      });
      return windows[0].content.metrics.flatMap(({ metric, band }) =>
        band ? [`${metric}: ${band.set.title} ${band.name}`] : [],
      );
    };
    expect(await bandsOf()).toEqual([]);
    expect(await bandsOf(BAND_SETS[0])).toEqual([
      'deployment-frequency: DORA 2023 high',
    ]);
  });
});
