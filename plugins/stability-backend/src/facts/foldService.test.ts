import { DEFAULT_FACT_RULES } from '@plimsoll/plugin-stability-common';
import { incident, NOON, refOf } from '../__testUtils__/observed';
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
function shownOf(...observations: Array<ReturnType<typeof begun>>) {
  const [{ content }] = foldService({
    history: {
      entityRef: refOf('checkout'),
      observations,
      answers: [],
      corrections: [],
    },
    rules: DEFAULT_FACT_RULES,
    targets: {},
    now: NOON + 60_000,
  }).windows;
  return content.openIncident?.label;
}

describe('foldService', () => {
  it('shows the fleet what is open in production, as the metrics do', () => {
    expect(shownOf(begun('INC-1'))).toBe('INC-1');
    expect(shownOf(begun('INC-2', { environment: undefined }))).toBe('INC-2');
    expect(shownOf(begun('INC-3', { environment: 'staging' }))).toBeUndefined();
    expect(shownOf(begun('INC-4', { derived: true }))).toBeUndefined();
  });
});
