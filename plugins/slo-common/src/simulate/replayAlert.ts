import type { BurnPair } from '../burnRate/burnPairs';
import type { LedgerRange } from '../ledger/LedgerRange';
import { isPieceEnd } from './isPieceEnd';
import { PairWatch, type PairWatchOptions } from './PairWatch';

/** One time that an alert would have been on. Unix seconds. */
export interface AlertRun {
  from: number;
  /** Absent while it goes on at the end of the span. */
  to?: number;
  /** The most severe pair that burned when it began. */
  pair: BurnPair;
}

/** What an alert would have done in a span. */
export interface AlertReplay {
  runs: AlertRun[];
  /** Seconds that it would have been on. */
  seconds: number;
  /** Stretches in which it may have been on, and nobody can tell. */
  undecided: LedgerRange[];
}

/**
 * Replays one alert, in steps: it is on while any of its pairs burns, as the rules of
 * Prometheus have it. It is looked at where its pairs can be; see
 * `replayStretches`.
 *
 * @param options.pairs - of one severity, most severe first
 * @param options.instants - ascending, see `replayInstants`
 */
export function* replayAlert(
  options: Omit<PairWatchOptions, 'pair'> & {
    pairs: readonly BurnPair[];
    instants: readonly number[];
  },
): Generator<undefined, AlertReplay, void> {
  const { pairs, instants, from: start, ...common } = options;
  const watches = pairs.map(pair =>
    PairWatch.create({ ...common, from: start, pair }),
  );
  const replay: AlertReplay = { runs: [], seconds: 0, undecided: [] };
  let before = start;
  for (const [index, at] of instants.entries()) {
    if (isPieceEnd(index)) {
      yield;
    }
    const burning = watches.filter(watch => watch.look(at));
    const newest = replay.runs[replay.runs.length - 1];
    const open = newest && newest.to === undefined ? newest : undefined;
    if (burning.length > 0) {
      // It speaks for the time up to the instant.
      replay.seconds += at - before;
      if (!open) {
        replay.runs.push({ from: at, pair: burning[0].pair });
      }
    } else if (open) {
      open.to = at;
    }
    if (watches.some(watch => watch.mayHaveBurned(at))) {
      addQuarter(replay.undecided, at);
    }
    before = at;
  }
  return { ...replay, undecided: withoutRuns(replay, options.to) };
}

const QUARTER_SECONDS = 900;

function addQuarter(stretches: LedgerRange[], at: number): void {
  const newest = stretches[stretches.length - 1];
  if (newest?.to === at - QUARTER_SECONDS) {
    newest.to = at;
  } else {
    stretches.push({ from: at - QUARTER_SECONDS, to: at });
  }
}

/** What touches an alert that was on for certain is no further one. */
function withoutRuns(
  { runs, undecided }: Pick<AlertReplay, 'runs' | 'undecided'>,
  end: number,
): LedgerRange[] {
  return undecided.filter(
    stretch =>
      !runs.some(
        run => run.from <= stretch.to && stretch.from <= (run.to ?? end),
      ),
  );
}
