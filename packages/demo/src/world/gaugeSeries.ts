import { gaugeShift } from '../stories/Episode';
import { cyclePosition } from '../time/cycle';
import { shopMinute } from '../time/shopMinute';
import type { GaugeFacts } from './ServiceFacts';
import type { GaugeSeries } from './series';

/** A gauge as it is scraped, once a minute. */
export function gaugeSeries(facts: GaugeFacts): GaugeSeries {
  const { episodes = [] } = facts;
  return {
    kind: 'gauge',
    sample: minute =>
      facts.usual(minute) +
      gaugeShift(episodes, cyclePosition(shopMinute(minute))),
    exists: () => true,
  };
}
