import type { Saving } from '@plimsoll/plugin-cost-common';
import type { Voice } from '../words';

/** "Opened on 2 Oct, promised $12.00, got $9.70"; nothing before it is opened. */
export function appliedText(
  options: { saving: Pick<Saving, 'applied' | 'currency'> } & Voice,
): string | undefined {
  const { saving, formats, t } = options;
  const { applied, currency } = saving;
  if (!applied) {
    return undefined;
  }
  const words = {
    day: formats.instant(new Date(applied.at), 'date'),
    promised: formats.money(applied.promised, { currency }),
  };
  return applied.got === undefined
    ? t('saving.promisedOnly', words)
    : t('saving.promisedGot', {
        ...words,
        got: formats.money(applied.got, { currency }),
      });
}
