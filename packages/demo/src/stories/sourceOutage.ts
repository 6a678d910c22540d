import { CYCLE_MINUTES, cycleMoment, cyclePosition } from '../time/cycle';
import { shopMinute } from '../time/shopMinute';

/** Every fifth Wednesday, for instance on 28 October 2026. */
const BEGIN = cycleMoment(2, '02:00');
const MINUTES = 120;

/**
 * Whether the metrics source was up. Once in five weeks it is down for two
 * hours; the shop goes on meanwhile, but nobody can say how.
 *
 * @param minute - Unix minutes
 */
export function sourceWasUp(minute: number): boolean {
  const position = cyclePosition(shopMinute(minute));
  return (position - BEGIN + CYCLE_MINUTES) % CYCLE_MINUTES >= MINUTES;
}
