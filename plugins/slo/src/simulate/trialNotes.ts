import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { Formats } from '@plimsoll/plugin-plimsoll-react';
import type {
  PairReplay,
  SimulatedTarget,
  SimulationAnswer,
} from '@plimsoll/plugin-slo-common';
import type { SloMessages } from '../translation';
import { burnWindowText, durationText } from '../words';
import { percentOf } from './targetScale';

/** Less is told; the last minutes are always on their way. */
const NEARLY_ALL = 0.97;
/** Seconds between two looks at pairs on quarters of an hour. */
const COARSE_SECONDS = 900;

interface TrialNotesOptions {
  answer: SimulationAnswer;
  /** The target that is tried. */
  target?: SimulatedTarget;
  formats: Formats;
  t: TranslationFunction<SloMessages>;
}

/**
 * What a trial rests on, and what it cannot say: one sentence each, what it
 * rests on last.
 */
export function trialNotes(options: TrialNotesOptions): string[] {
  const { answer, target, formats, t } = options;
  const { basis, window, windowCoverage } = answer;
  const undecided = target?.pages.undecided ?? 0;
  const length = durationText(window.duration, t);
  const { source } = basis;
  const words = {
    from: formats.instant(new Date(answer.from), 'short'),
    to: formats.instant(new Date(answer.to), 'short'),
    share: formats.share(answer.coverage),
    source,
  };
  return [
    undecided > 0 && t('trial.perhaps', { count: undecided }),
    target?.state === 'insufficient' &&
      t('trial.tooFew', {
        target: `${percentOf(target.target)}%`,
        window: length,
      }),
    windowCoverage < NEARLY_ALL &&
      t('trial.notCovered', {
        share: formats.share(windowCoverage),
        window: length,
      }),
    target && judgedNote(target, options),
    basis.cut === 'time' && t('trial.cutTime', { source }),
    basis.cut === 'queries' && t('trial.cutQueries', { source }),
    ...answer.replays.map(replay => shortNote(replay, options)),
    coarseNote(answer.replays, options),
    t(
      basis.kind === 'ledger' ? 'trial.basisLedger' : 'trial.basisQuery',
      words,
    ),
  ].flatMap(note => note || []);
}

/** How much of the span a budget could be judged in, where not in all of it. */
function judgedNote(
  { judgedSeconds }: SimulatedTarget,
  { answer, formats, t }: TrialNotesOptions,
): string | undefined {
  const span = (Date.parse(answer.to) - Date.parse(answer.from)) / 1_000;
  return judgedSeconds > 0 && judgedSeconds < span * NEARLY_ALL
    ? t('trial.judged', { duration: formats.duration(judgedSeconds) })
    : undefined;
}

/** Since when a pair could be replayed, where not all the time. */
function shortNote(
  { long, short, stretches }: PairReplay,
  { formats, t }: TrialNotesOptions,
): string | undefined {
  const [first, next] = stretches;
  if (!first || first.everySeconds !== undefined) {
    return undefined;
  }
  const words = {
    long: burnWindowText(long, formats),
    short: burnWindowText(short, formats),
    since: formats.instant(new Date(first.to), 'short'),
  };
  return next ? t('trial.replaySince', words) : t('trial.replayNone', words);
}

/** Which pairs were looked at less often than an engine would. */
function coarseNote(
  replays: readonly PairReplay[],
  { formats, t }: TrialNotesOptions,
): string | undefined {
  const coarse = replays.filter(({ stretches }) =>
    stretches.some(({ everySeconds }) => everySeconds === COARSE_SECONDS),
  );
  const windows = coarse.map(({ long }) => burnWindowText(long, formats));
  return coarse.length > 0
    ? t('trial.replayCoarse', {
        windows: new Intl.ListFormat(formats.locale).format(windows),
      })
    : undefined;
}
