import { renderRules } from '../render/renderRules';
import { rulesOf } from './rulesOf';
import { sloDocument } from './sloDocument';

/** One objective with all pairs, and one that refuses two of them. */
export const TWO_DOCUMENTS = [
  sloDocument({ name: 'checkout' }),
  sloDocument({ name: 'cart', window: '7d', objective: { target: 0.8 } }),
];

/** What `__fixtures__/two-objectives.yaml` holds. */
export function twoObjectives(documents: unknown[] = TWO_DOCUMENTS): string {
  return renderRules(
    rulesOf(documents, { portalUrl: 'https://portal.example' }),
  );
}
