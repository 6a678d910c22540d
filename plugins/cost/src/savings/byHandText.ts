import type { Saving } from '@plimsoll/plugin-cost-common';
import type { Voice } from '../words';

/** Why no form opens a saving's change, and how it is made instead. */
export function byHandText(
  options: {
    saving: Pick<Saving, 'kind' | 'change' | 'noChange'> &
      Partial<Pick<Saving, 'subject'>>;
  } & Pick<Voice, 't'>,
): string {
  const { saving, t } = options;
  const { kind, subject, change, noChange } = saving;
  if (change) {
    return t('byHand.noForm');
  }
  if (noChange === 'no-template') {
    return t('byHand.noTemplate');
  }
  switch (kind) {
    case 'commitment':
      return t('byHand.commitment');
    case 'storage-lifecycle':
      return t('byHand.storage');
    case 'idle':
      return subject &&
        subject.type !== 'workload' &&
        subject.type !== 'machines'
        ? t(`byHand.${subject.type}`)
        : t('byHand.none');
    default:
      return t('byHand.none');
  }
}
