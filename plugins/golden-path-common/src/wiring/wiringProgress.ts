import type { ServiceWiring, WiringLine, WiringState } from './ServiceWiring';

/** How many lines are in which state. @public */
export interface WiringProgress {
  /** Lines that this portal is set up to check. */
  of: number;
  done: number;
  /** Lines about which somebody has to do something. */
  missing: number;
  waiting: number;
  unknown: number;
  notConfigured: number;
  /** Everything that can be checked was seen to work. */
  complete: boolean;
}

const OPEN_FIRST: WiringState[] = [
  'missing',
  'unknown',
  'waiting',
  'not-configured',
  'done',
];

/** Counts the lines of a service. @public */
export function wiringProgress({
  lines,
}: Pick<ServiceWiring, 'lines'>): WiringProgress {
  const count = (state: WiringState) =>
    lines.filter(line => line.state === state).length;
  const notConfigured = count('not-configured');
  const done = count('done');
  const of = lines.length - notConfigured;
  return {
    of,
    done,
    missing: count('missing'),
    waiting: count('waiting'),
    unknown: count('unknown'),
    notConfigured,
    complete: of > 0 && done === of,
  };
}

/** Open lines first, each kind in the order of the checks. @public */
export function openFirst(lines: readonly WiringLine[]): WiringLine[] {
  return OPEN_FIRST.flatMap(state =>
    lines.filter(line => line.state === state),
  );
}
