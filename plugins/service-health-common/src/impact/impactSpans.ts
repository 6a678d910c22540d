import type { Deployment } from '@plimsoll/plugin-stability-common';
import type { ImpactDoubt } from './ImpactDoubt';
import { servedFrom } from './servedFrom';

/** ISO instants; `to` is exclusive. @public */
export interface ImpactSpan {
  from: string;
  to: string;
}

/** What is compared. @public */
export interface ImpactSpans {
  before: ImpactSpan;
  /** From live on; of a roll-out that failed or was stopped from its start on. */
  after: ImpactSpan & {
    /** What ended it; `stopped`: it was taken back; `now`: it goes on. */
    endedBy: 'replaced' | 'stopped' | 'recovered' | 'window' | 'now';
  };
}

const MINUTE = 60_000;
/** What is measured comes in steps of five minutes. */
const SHORTEST_AFTER = 5 * MINUTE;
const SHORTEST_BEFORE = 15 * MINUTE;
const USUAL_BEFORE = 30 * MINUTE;
const DEFAULT_WINDOW_SECONDS = 24 * 3_600;

/**
 * The stretch in which a deployment was live, at most its verdict's window, and
 * as long a stretch before it, at least half an hour, in which nothing else went
 * live. A roll-out that failed or was stopped never went live, and answers for
 * itself: from its start.
 *
 * @param options.quietSince - since when nothing else came or went before
 * it, ISO instant
 * @param options.nextLiveAt - when something else took its place, ISO instant
 * @param options.now - Unix milliseconds
 * @public
 */
export function impactSpans(options: {
  deployment: Pick<
    Deployment,
    | 'state'
    | 'targets'
    | 'traffic'
    | 'startedAt'
    | 'finishedAt'
    | 'recoveredAt'
    | 'verdict'
  >;
  quietSince?: string;
  nextLiveAt?: string;
  now: number;
}): ImpactSpans | ImpactDoubt {
  const { deployment, quietSince, nextLiveAt, now } = options;
  const { state, finishedAt, recoveredAt, verdict } = deployment;
  const servedAt = servedFrom(deployment);
  if (servedAt === undefined) {
    return 'not-live';
  }
  const live = Date.parse(servedAt);
  // the version before takes all requests again
  const stoppedAt = state === 'aborted' ? finishedAt : undefined;
  const { windowSeconds = DEFAULT_WINDOW_SECONDS } = verdict;
  const [end] = [
    { at: instantOf(nextLiveAt), endedBy: 'replaced' as const },
    { at: instantOf(stoppedAt), endedBy: 'stopped' as const },
    { at: instantOf(recoveredAt), endedBy: 'recovered' as const },
    { at: live + windowSeconds * 1_000, endedBy: 'window' as const },
    { at: now, endedBy: 'now' as const },
  ]
    .filter(({ at }) => at > live)
    .sort((a, b) => a.at - b.at);
  if (!end || (end.endedBy === 'now' && now - live < SHORTEST_AFTER)) {
    return 'too-soon';
  }
  const wanted = live - Math.max(USUAL_BEFORE, end.at - live);
  const before = Math.max(
    wanted,
    quietSince === undefined ? wanted : Date.parse(quietSince),
  );
  if (live - before < SHORTEST_BEFORE) {
    return 'deployed-just-before';
  }
  return {
    before: { from: iso(before), to: iso(live) },
    after: { from: iso(live), to: iso(end.at), endedBy: end.endedBy },
  };
}

function instantOf(text: string | undefined): number {
  return text === undefined ? Number.POSITIVE_INFINITY : Date.parse(text);
}

function iso(millis: number): string {
  return new Date(millis).toISOString();
}
