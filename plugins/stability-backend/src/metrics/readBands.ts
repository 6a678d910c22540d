import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { BAND_SETS, type BandSet } from '@plimsoll/plugin-stability-common';

const KEY = 'stability.bands';

/**
 * Reads `stability.bands`.
 *
 * @returns undefined where none are switched on
 * @throws InputError when it names none
 */
export function readBands(config: Config): BandSet | undefined {
  const id = config.getOptionalString(KEY);
  const bands = BAND_SETS.find(set => set.id === id);
  if (id !== undefined && !bands) {
    throw new InputError(
      `${KEY} is '${id}'; there are ${BAND_SETS.map(set => set.id).join(
        ' and ',
      )}, or leave it out`,
    );
  }
  return bands;
}
