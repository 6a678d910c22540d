import type { UnmappedCost } from '../api/responses';

/** A service that unmapped cost may belong to. @public */
export interface MappableService {
  entityRef: string;
  title: string;
  /** What it is called elsewhere: its name, Kubernetes id, repository. */
  names: readonly string[];
}

/** How many are proposed. */
const PROPOSED = 3;

/** Shorter names are parts of too many words. */
const SHORTEST_PART = 4;

/** Why a service is proposed, surest first. */
const REASONS = ['same-name', 'name-in-it', 'part-of-name', 'one-letter-off'];

/**
 * Services whose names look like what a charge says, likeliest first: equal
 * but for case and punctuation, one within the other, or a slip of the pen.
 */
export function proposeServices(options: {
  texts: readonly string[];
  services: readonly MappableService[];
}): UnmappedCost['proposals'] {
  const texts = options.texts.map(plain).filter(text => text.length > 0);
  return options.services
    .flatMap(({ entityRef, title, names }) => {
      const because = texts
        .flatMap(text => names.map(name => reasonOf(text, plain(name))))
        .filter(reason => reason !== undefined)
        .sort((a, b) => REASONS.indexOf(a) - REASONS.indexOf(b))[0];
      return because ? [{ entityRef, title, because }] : [];
    })
    .sort(
      (a, b) =>
        REASONS.indexOf(a.because) - REASONS.indexOf(b.because) ||
        (a.entityRef < b.entityRef ? -1 : 1),
    )
    .slice(0, PROPOSED);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function reasonOf(text: string, name: string): string | undefined {
  if (text === name) {
    return REASONS[0];
  }
  if (name.length >= SHORTEST_PART && `-${text}-`.includes(`-${name}-`)) {
    return REASONS[1];
  }
  if (text.length >= SHORTEST_PART && `-${name}-`.includes(`-${text}-`)) {
    return REASONS[2];
  }
  return Math.min(text.length, name.length) >= SHORTEST_PART &&
    isOneOff(text, name)
    ? REASONS[3]
    : undefined;
}

/** Whether one letter was left out, added or changed. */
function isOneOff(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) {
    return false;
  }
  let at = 0;
  while (at < short.length && short[at] === long[at]) {
    at++;
  }
  const rest = long.slice(at + 1);
  return long.length === short.length
    ? short.slice(at + 1) === rest
    : short.slice(at) === rest;
}
