import { InputError } from '@backstage/errors';
import type { DurationUnit, WindowDuration } from './TimeWindow';

const SHORTHAND = /^([0-9]{1,6})([mhdwMQY])$/;

/**
 * Reads OpenSLO's duration shorthand: a whole number and one unit.
 *
 * @throws InputError when the text is no such duration, or is zero
 * @public
 */
export function parseDuration(text: string): WindowDuration {
  const match = SHORTHAND.exec(text);
  const value = Number(match?.[1]);
  if (!match || value === 0) {
    throw new InputError(
      `'${text}' is no duration; write a whole number above zero and one of ` +
        `m (minute), h, d, w, M (month), Q, Y, for instance 30d`,
    );
  }
  return { value, unit: match[2] as DurationUnit };
}

/**
 * The shorthand of a duration: the inverse of {@link parseDuration}.
 *
 * @public
 */
export function formatDuration(duration: WindowDuration): string {
  return `${duration.value}${duration.unit}`;
}
