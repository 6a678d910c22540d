import { CustomErrorBase } from '@backstage/errors';
import type { BillFault } from './BillSource';

/**
 * A delivery is not readable as a bill. It is not tried again until it changes,
 * or what it was refused for; what was read of it before stays. The message names the place and the mend
 * and quotes no row.
 *
 * @public
 */
export class BillRefusedError extends CustomErrorBase {
  name = 'BillRefusedError' as const;
  /** What was found, errors first. */
  readonly faults: readonly BillFault[];

  /** For one fault, which is also the message. */
  static of(
    fault: Omit<BillFault, 'severity' | 'count'> & { count?: number },
  ): BillRefusedError {
    return new BillRefusedError([{ severity: 'error', count: 1, ...fault }]);
  }

  /** @param faults - at least one of severity `error` */
  constructor(faults: readonly BillFault[]) {
    super(
      faults
        .filter(({ severity }) => severity === 'error')
        .map(({ message }) => message)
        .join('; '),
    );
    this.faults = faults;
  }
}
