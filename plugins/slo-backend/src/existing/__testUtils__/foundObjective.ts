import type { FoundObjective } from '@plimsoll/plugin-slo-node';

/** An SLO of Sloth as a source finds it; what a test is about is given. */
export function foundObjective(
  given: Partial<FoundObjective> = {},
): FoundObjective {
  const { id = 'cart-availability' } = given;
  return {
    origin: 'sloth',
    id,
    displayName: 'availability',
    labels: { sloth_service: 'cart' },
    target: 0.999,
    window: { value: 30, unit: 'd' },
    indicator: {
      kind: 'ratio',
      counter: false,
      bad: { spec: { query: `sum(errors{sloth_id="${id}"})` } },
      total: { spec: { query: `count(errors{sloth_id="${id}"})` } },
    },
    ratioOnly: true,
    ...given,
  };
}
