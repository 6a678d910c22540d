import { refName } from '@plimsoll/plugin-plimsoll-react';
import type { Saving } from '@plimsoll/plugin-cost-common';
import type { Voice } from '../words';

/** Whose a saving is; what no service owns says so. */
export function ownerText(
  { entityRef }: Pick<Saving, 'entityRef'>,
  { t }: Pick<Voice, 't'>,
): string {
  return entityRef ? refName(entityRef) : t('savings.noneOwns');
}
