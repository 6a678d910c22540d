import type { CostAnomaly } from '@plimsoll/plugin-cost-common';
import type { Voice } from '../words';

/** More causes than these say nothing. */
const MOST = 3;

/** What likely made a day dear, the likeliest first, or that nobody knows. */
export function causeText(
  options: { anomaly: Pick<CostAnomaly, 'causes'> } & Voice,
): string {
  const { anomaly, formats, t } = options;
  if (anomaly.causes.length === 0) {
    return t('anomaly.causeUnknown');
  }
  const causes = anomaly.causes.slice(0, MOST).map(({ kind, name, explains }) =>
    t('anomaly.causePart', {
      name: t(`anomaly.kind.${kind}`, { name }),
      share: formats.share(explains, { decimals: 0 }),
    }),
  );
  return t('anomaly.cause', { causes: causes.join(', ') });
}
