import type { Saving } from '@plimsoll/plugin-cost-common';
import type { Voice } from '../words';

/** Months of the terms that have a name. */
const YEAR = 12;
const THREE_YEARS = 36;

/**
 * What a saving is, in the reader's words. One whose subject is not told keeps
 * the words of the backend.
 */
export function savingTitle(
  saving: Pick<Saving, 'kind' | 'title'> & Partial<Pick<Saving, 'subject'>>,
  { formats, t }: Pick<Voice, 'formats' | 't'>,
): string {
  const { kind, subject, title } = saving;
  const { type, name, count, termMonths } = subject ?? {};
  if (kind === 'commitment' && count !== undefined && termMonths) {
    switch (termMonths) {
      case YEAR:
        return t('savingTitle.year', { count });
      case THREE_YEARS:
        return t('savingTitle.threeYears', { count });
      default:
        return t('savingTitle.months', {
          count,
          months: formats.count(termMonths),
        });
    }
  }
  if (kind === 'commitment' || !name) {
    return title;
  }
  if (kind !== 'idle') {
    return t(`savingTitle.${kind}`, { name });
  }
  return type === undefined || type === 'workload' || type === 'machines'
    ? title
    : t(`savingTitle.${type}`, { name });
}
