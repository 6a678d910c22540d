import type { Entity } from '@backstage/catalog-model';
import type {
  WiringLine,
  WiringSentence,
  WiringSentenceCode,
  WiringStep,
  WiringStepCode,
} from '@plimsoll/plugin-golden-path-common';
import type {
  CountedTestAlert,
  TestVerdict,
} from '../alertmanager/CountedTestAlert';
import type { WiringReads } from '../WiringReads';

/** What a check looks at. */
export interface CheckSubject {
  entity: Entity;
  entityRef: string;
  /** What it is called in metrics, alerts and bills. */
  serviceName: string;
  /** Unix milliseconds at which it was first seen in the catalog. */
  knownSince: number;
  /** Unix milliseconds that count as now. */
  now: number;
  testAlert?: CountedTestAlert;
  reads: WiringReads;
  /** Aborts when time is up. */
  signal: AbortSignal;
}

/** What came of a check. */
export type Found = Pick<WiringLine, 'state' | 'sentences' | 'dueAt'> & {
  steps?: WiringStep[];
  /** What became of the test alert, to be kept with it. */
  testVerdict?: TestVerdict;
};

/**
 * Looks at one thing, now. What it cannot find out it throws, and the line is
 * then unknown; it never guesses.
 */
export type WiringCheck = (subject: CheckSubject) => Promise<Found>;

/** A sentence. */
export function say(
  code: WiringSentenceCode,
  params: WiringSentence['params'] = {},
): WiringSentence {
  return { code, params };
}

/** Something to do. */
export function step(code: WiringStepCode, href?: string): WiringStep {
  return href === undefined ? { code } : { code, href };
}
