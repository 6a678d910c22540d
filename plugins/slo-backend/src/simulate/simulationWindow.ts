import { InputError } from '@backstage/errors';
import {
  parseDuration,
  type SimulationRequest,
  type TimeWindow,
  windowSeconds,
} from '@plimsoll/plugin-slo-common';

const MAX_SECONDS = 366 * 86_400;

/**
 * The window that targets are tried with: the objective's own, or a rolling one
 * that the caller asks for.
 *
 * @throws InputError when it is no duration, or longer than a year
 */
export function simulationWindow(
  { window }: Pick<SimulationRequest, 'window'>,
  own: TimeWindow,
): TimeWindow {
  const chosen: TimeWindow =
    window === undefined
      ? own
      : { kind: 'rolling', duration: parseDuration(window) };
  if (windowSeconds(chosen.duration) > MAX_SECONDS) {
    throw new InputError(
      'A target is tried over a window of a year at most; ask for a shorter one, for instance window=30d',
    );
  }
  return chosen;
}
