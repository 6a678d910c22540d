import { planPromise } from '@plimsoll/plugin-golden-path-common';
import {
  BURN_WINDOW_SECONDS,
  type BurnPair,
  burnPairs,
  DEFAULT_GATE_POLICY,
} from '@plimsoll/plugin-slo-common';

const MONTH_SECONDS = 30 * 86_400;
const WEEKS_IN_MONTH = 30 / 7;
/** Bad slices that the rules ask for before anybody is called. */
const LEAST_SLICES = 2;

/** The numbers of the form that a promise follows from. */
export interface PromiseNumbers {
  /** Percent. */
  availability: number;
  /** Percent. */
  errorRatePercent: number;
}

/** What a promise means for those who keep it. */
export interface PromiseMeaning {
  budgetMinutes: number;
  weekSeconds: number;
  /** One request of so many may fail. */
  oneOf: number;
  /** The first page of a full outage; missing where no pair can fire. */
  page?: { afterSeconds: number; factor: number };
  /** The slowest burn that opens a ticket. */
  ticket?: { factor: number; days: number; share: number };
  /** Share of the budget below which a release is warned. */
  warnBelow: number;
}

/**
 * What a promise means, by the arithmetic of the rules that are made of it: of
 * availability in slices of time, and of errors by requests.
 */
export function promiseMeaning(numbers: PromiseNumbers): PromiseMeaning {
  const { availability, errors } = planPromise({
    ...numbers,
    latencyP95Ms: 500,
    latencyP99Ms: 1000,
  });
  // as slo/objectives.yaml of the templates has it
  const sliceSeconds = availability.percent > 99.95 ? 60 : 300;
  const target = Number(availability.target);
  const ofSlices = burnPairs({
    windowSeconds: MONTH_SECONDS,
    target,
    sliceSeconds,
  });
  const errorTarget = Number(errors.target);
  const pages = [
    ...pagesOf(ofSlices).map(pair => ({
      factor: pair.factor,
      afterSeconds: wholeSlices(outageSeconds(pair, target), sliceSeconds),
    })),
    ...pagesOf(
      burnPairs({ windowSeconds: MONTH_SECONDS, target: errorTarget }),
    ).map(pair => ({
      factor: pair.factor,
      afterSeconds: outageSeconds(pair, errorTarget),
    })),
  ].sort((a, b) => a.afterSeconds - b.afterSeconds);
  const ticket = ofSlices
    .filter(({ severity }) => severity === 'ticket')
    .at(-1);
  return {
    budgetMinutes: availability.budgetMinutes,
    weekSeconds: (availability.budgetMinutes * 60) / WEEKS_IN_MONTH,
    oneOf: Math.round(1 / (1 - target)),
    page: pages[0],
    ...(ticket && {
      ticket: {
        factor: ticket.factor,
        days: BURN_WINDOW_SECONDS[ticket.long] / 86_400,
        share:
          (ticket.factor * BURN_WINDOW_SECONDS[ticket.long]) / MONTH_SECONDS,
      },
    }),
    warnBelow: DEFAULT_GATE_POLICY.warnBelow,
  };
}

function pagesOf(pairs: BurnPair[]): BurnPair[] {
  return pairs.filter(({ severity }) => severity === 'page');
}

/** How long nothing works until the long window burns as fast as its factor. */
function outageSeconds({ factor, long }: BurnPair, target: number): number {
  return factor * (1 - target) * BURN_WINDOW_SECONDS[long];
}

function wholeSlices(seconds: number, sliceSeconds: number): number {
  // what is a whole number of slices is not one more by a rounding fault
  const slices = Math.ceil(Number((seconds / sliceSeconds).toPrecision(12)));
  return Math.max(LEAST_SLICES, slices) * sliceSeconds;
}
