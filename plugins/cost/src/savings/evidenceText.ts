import type { Saving } from '@plimsoll/plugin-cost-common';
import type { Voice } from '../words';

/** "CPU asked for by a pod: 500m, p95 of 30 days: 212m". */
export function evidenceText(
  options: { saving: Pick<Saving, 'evidence'> } & Pick<Voice, 't'>,
): string {
  const { saving, t } = options;
  return saving.evidence
    .map(({ name, value }) => t('evidence.pair', { name, value }))
    .join(', ');
}
