import type { CostExplanation, CostProof } from '@plimsoll/plugin-cost-common';

/** Where a figure comes from, how far that reaches and when it was read. */
export function toSource(
  source: CostProof['sources'][number],
): CostExplanation['sources'][number] {
  const { name, type, format, completeTo, state, readAt } = source;
  return {
    name,
    detail: [
      format ?? type,
      completeTo && `complete to ${completeTo}`,
      state !== 'ok' && state,
    ]
      .filter(Boolean)
      .join(', '),
    ...(readAt && { readAt }),
  };
}
