import { InputError } from '@backstage/errors';
import type { Fault } from '@plimsoll/plugin-slo-common';

/** What fits on a page; the rest is found once these are mended. */
const MAX_LISTED = 20;

/**
 * All faults of one document in one error, each with its path. Who hears of the
 * error in this process finds them in `faults` too, one by one.
 */
export function documentError(
  faults: Fault[],
): InputError & { faults: Fault[] } {
  const lines = faults
    .slice(0, MAX_LISTED)
    .map(({ path, message }) => `${path} ${message}`);
  const rest = faults.length - lines.length;
  const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
  const error = new InputError(
    [
      `The OpenSLO document has ${count}:`,
      ...lines.map(line => `- ${line}`),
      ...(rest > 0 ? [`- and ${rest} more`] : []),
    ].join('\n'),
  );
  // Not enumerable: the catalog keeps the error of an entity as JSON, and the
  // message says it all.
  return Object.defineProperty(error, 'faults', {
    value: faults,
  }) as InputError & {
    faults: Fault[];
  };
}
