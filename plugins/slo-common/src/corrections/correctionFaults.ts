import { correctionRange } from './correctionRange';

const DAY_SECONDS = 86_400;

/** What corrections are held to. Lengths in seconds, texts in characters. @public */
export const CORRECTION_LIMITS = {
  minReason: 10,
  maxReason: 500,
  /** The longest stretch of one correction: 90 days. */
  maxSeconds: 90 * DAY_SECONDS,
  /** How far ahead planned work may be excluded: 30 days. */
  maxAheadSeconds: 30 * DAY_SECONDS,
  /** Before that the ledger holds whole days only, which cannot be divided. */
  maxAgeSeconds: 400 * DAY_SECONDS,
} as const;

/** What is wrong with a correction, and in which field. @public */
export interface CorrectionFault {
  field: 'from' | 'to' | 'reason';
  code:
    | 'not-an-instant'
    | 'not-before-end'
    | 'too-long'
    | 'too-old'
    | 'too-far-ahead'
    | 'too-short-reason'
    | 'too-long-reason';
}

/**
 * All that stands against a correction, in the order of its fields; nothing
 * when it may be made.
 *
 * @param options.from - Unix seconds; NaN where it could not be read
 * @param options.to - Unix seconds; NaN where it could not be read
 * @param options.now - Unix seconds
 * @public
 */
export function correctionFaults(options: {
  from: number;
  to: number;
  reason: string;
  now: number;
}): CorrectionFault[] {
  const { from, to, now } = options;
  const faults: CorrectionFault[] = [];
  if (!Number.isFinite(from)) {
    faults.push({ field: 'from', code: 'not-an-instant' });
  }
  if (!Number.isFinite(to)) {
    faults.push({ field: 'to', code: 'not-an-instant' });
  }
  if (faults.length === 0) {
    const whole = correctionRange({ from, to });
    if (from >= to) {
      faults.push({ field: 'from', code: 'not-before-end' });
    } else if (whole.to - whole.from > CORRECTION_LIMITS.maxSeconds) {
      faults.push({ field: 'to', code: 'too-long' });
    }
    if (whole.from < now - CORRECTION_LIMITS.maxAgeSeconds) {
      faults.push({ field: 'from', code: 'too-old' });
    }
    if (to > now + CORRECTION_LIMITS.maxAheadSeconds) {
      faults.push({ field: 'to', code: 'too-far-ahead' });
    }
  }
  return [...faults, ...reasonFaults(options.reason)];
}

/** The same of a reason alone. @public */
export function reasonFaults(reason: string): CorrectionFault[] {
  const { length } = reason.trim();
  if (length < CORRECTION_LIMITS.minReason) {
    return [{ field: 'reason', code: 'too-short-reason' }];
  }
  return length > CORRECTION_LIMITS.maxReason
    ? [{ field: 'reason', code: 'too-long-reason' }]
    : [];
}
