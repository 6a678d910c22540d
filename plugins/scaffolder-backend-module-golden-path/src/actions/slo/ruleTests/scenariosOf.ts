import {
  budgetRatio,
  type BurnPair,
  burnPairs,
  type BurnWindow,
  BURN_WINDOW_SECONDS,
  type ObjectiveDefinition,
  sliceSecondsOf,
  windowSeconds,
} from '@plimsoll/plugin-slo-common';
import type { Stretch } from './sampleText';

/** A stretch of traffic, and who has to be called when. */
export interface Scenario {
  name: string;
  stretches: Stretch[];
  expected: Array<{
    severity: BurnPair['severity'];
    /** Minutes from the beginning. */
    minute: number;
    isFiring: boolean;
  }>;
}

/** Longer slices would need days of samples. */
const MAX_SLICE_SECONDS = 300;
/** Minutes until a base series of five minutes has forgotten what was. */
const SETTLED = 10;

/**
 * What has to happen to an objective: nothing while its promise is kept, a
 * ticket while it is slowly broken, a page in an outage, which ends with it.
 * Times follow from the same pairs of burn rates that the alerts have.
 *
 * @returns none for slices of more than five minutes
 */
export function scenariosOf(definition: ObjectiveDefinition): Scenario[] {
  const sliceSeconds = sliceSecondsOf(definition.budgeting) ?? 0;
  if (sliceSeconds > MAX_SLICE_SECONDS) {
    return [];
  }
  const pairs = burnPairs({
    windowSeconds: windowSeconds(definition.window.duration),
    target: definition.target,
    sliceSeconds,
  });
  const pages = pairs.filter(({ severity }) => severity === 'page');
  const tickets = pairs.filter(({ severity }) => severity === 'ticket');
  return [
    sliceSeconds ? oneBadSlice(sliceSeconds) : keptPromise(definition),
    ...(sliceSeconds ? [] : slowBurn({ definition, pages, tickets })),
    ...(pages.length ? [outage(pages)] : []),
  ];
}

function keptPromise({ target }: ObjectiveDefinition): Scenario {
  return {
    name: 'half of the budget is spent, and nobody is called',
    stretches: [{ minutes: 60, badShare: budgetRatio(target) / 2 }],
    expected: [quiet('page', 60), quiet('ticket', 60)],
  };
}

function oneBadSlice(sliceSeconds: number): Scenario {
  const minutes = sliceSeconds / 60;
  return {
    name: 'one bad slice of time calls nobody',
    stretches: [
      { minutes: 60, badShare: 0 },
      { minutes, badShare: 1 },
      { minutes: 60, badShare: 0 },
    ],
    expected: [65, 70, 120].flatMap(minute => [
      quiet('page', minute),
      quiet('ticket', minute),
    ]),
  };
}

/** Between the burn rates of tickets and of pages. */
function slowBurn(options: {
  definition: ObjectiveDefinition;
  pages: readonly BurnPair[];
  tickets: readonly BurnPair[];
}): Scenario[] {
  const { definition, pages, tickets } = options;
  const allowed = budgetRatio(definition.target);
  const above = Math.min(...tickets.map(({ factor }) => factor));
  const below = Math.min(1 / allowed, ...pages.map(({ factor }) => factor));
  if (!tickets.length || above >= below) {
    return [];
  }
  return [
    {
      name: 'a slow burn gives a ticket, and calls nobody',
      stretches: [
        { minutes: 60, badShare: Math.sqrt(above * below) * allowed },
      ],
      expected: [
        quiet('page', 30),
        quiet('page', 60),
        { severity: 'ticket', minute: 60, isFiring: true },
      ],
    },
  ];
}

function outage(pages: readonly BurnPair[]): Scenario {
  const calm = 60;
  const long = Math.min(...pages.map(pair => minutesOf(pair.long)));
  const short = Math.max(...pages.map(pair => minutesOf(pair.short)));
  return {
    name: 'an outage calls somebody, until it is over',
    stretches: [
      { minutes: calm, badShare: 0 },
      { minutes: long, badShare: 1 },
      { minutes: short + SETTLED, badShare: 0 },
    ],
    expected: [
      quiet('page', calm),
      { severity: 'page', minute: calm + long, isFiring: true },
      quiet('page', calm + long + short + SETTLED),
    ],
  };
}

function quiet(severity: BurnPair['severity'], minute: number) {
  return { severity, minute, isFiring: false };
}

function minutesOf(window: BurnWindow): number {
  return BURN_WINDOW_SECONDS[window] / 60;
}
