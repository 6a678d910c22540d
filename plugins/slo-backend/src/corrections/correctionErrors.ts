import { InputError } from '@backstage/errors';
import {
  CORRECTION_LIMITS,
  type CorrectionFault,
} from '@plimsoll/plugin-slo-common';

const DAY_SECONDS = 86_400;
const { minReason, maxReason, maxSeconds, maxAheadSeconds, maxAgeSeconds } =
  CORRECTION_LIMITS;

const MESSAGES: Record<CorrectionFault['code'], string> = {
  'not-an-instant': 'is no instant; write it as 2026-11-22T10:00:00Z',
  'not-before-end': `must lie before 'to'`,
  'too-long': `lies more than ${
    maxSeconds / DAY_SECONDS
  } days after 'from'; correct in parts`,
  'too-old': `lies more than ${
    maxAgeSeconds / DAY_SECONDS
  } days back, where only whole days are kept`,
  'too-far-ahead': `lies more than ${maxAheadSeconds / DAY_SECONDS} days ahead`,
  'too-short-reason': `must have at least ${minReason} characters, so that a colleague can agree`,
  'too-long-reason': `must have at most ${maxReason} characters`,
};

/** All faults of a correction in one error that names the fields. */
export function correctionError(
  faults: readonly CorrectionFault[],
): InputError {
  return new InputError(
    faults.map(({ field, code }) => `'${field}' ${MESSAGES[code]}`).join('; '),
  );
}
