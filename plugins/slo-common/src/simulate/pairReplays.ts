import type { BurnPair } from '../burnRate/burnPairs';
import type { LedgerRange } from '../ledger/LedgerRange';
import { BURN_WINDOW_SECONDS } from '../status/BurnRates';
import { isoInstant } from '../window/isoInstant';
import { replayStretches } from './replayStretches';
import type { PairReplay } from './TargetSimulation';

/**
 * How each of some pairs could be replayed in a span, each once, the shortest
 * first.
 */
export function pairReplays(
  options: {
    pairs: readonly BurnPair[];
    fineFrom?: number;
  } & LedgerRange,
): PairReplay[] {
  const { pairs, ...span } = options;
  const byWindow = new Map(pairs.map(pair => [pair.long, pair]));
  return [...byWindow.values()]
    .sort((a, b) => BURN_WINDOW_SECONDS[a.long] - BURN_WINDOW_SECONDS[b.long])
    .map(pair => ({
      severity: pair.severity,
      long: pair.long,
      short: pair.short,
      stretches: replayStretches({ ...span, pair }).map(
        ({ from, to, everySeconds }) => ({
          from: isoInstant(from),
          to: isoInstant(to),
          everySeconds,
        }),
      ),
    }));
}
