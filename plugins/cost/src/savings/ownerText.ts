import { refName } from '@plimsoll/plugin-plimsoll-react';
import type { Saving } from '@plimsoll/plugin-cost-common';
import type { Voice } from '../words';

/** Whose a saving is; what no service owns, and what many share, says so. */
export function ownerText(
  { entityRef, kind }: Pick<Saving, 'entityRef' | 'kind'>,
  { t }: Pick<Voice, 't'>,
): string {
  if (entityRef) {
    return refName(entityRef);
  }
  return t(kind === 'commitment' ? 'savings.manyShare' : 'savings.noneOwns');
}
