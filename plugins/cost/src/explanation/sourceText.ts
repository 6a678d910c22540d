import type { CostExplanation, CostProof } from '@plimsoll/plugin-cost-common';
import { dayText, type Voice } from '../words';

/**
 * "bill: FOCUS 1.2, complete to 17 Nov", with how it is when it is not well.
 *
 * @param options - `sources` are those that the page's proof names
 */
export function sourceText(
  options: {
    source: CostExplanation['sources'][number];
    sources: CostProof['sources'];
  } & Voice,
): string {
  const { source, sources, formats, t } = options;
  const { name } = source;
  const known = sources.find(one => one.name === name);
  if (!known) {
    return t('explain.source', source);
  }
  const { format, type, completeTo, state } = known;
  const details = [
    format ?? type,
    ...(completeTo
      ? [t('explain.completeTo', { day: dayText(completeTo, { formats }) })]
      : []),
    ...(state === 'ok' ? [] : [t(`proof.state.${state}`)]),
  ];
  return t('explain.source', { name, detail: details.join(', ') });
}
