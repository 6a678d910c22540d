import { shortDuration } from '@plimsoll/promql';
import { budgetRatio } from '../../budget/allowedBad';
import { burnPairChoice, type RefusedBurnPair } from '../../burnRate/burnPairs';
import { sliceSecondsOf } from '../../objective/Budgeting';
import type { ObjectiveDefinition } from '../../objective/ObjectiveDefinition';
import { stringifyObjectiveKey } from '../../objective/ObjectiveKey';
import { BURN_WINDOW_SECONDS } from '../../status/BurnRates';
import { formatDuration } from '../../window/parseDuration';
import { windowSeconds } from '../../window/windowSeconds';
import type { RuleNotice } from '../RuleNotice';

/** The standard pairs that became no alert, each with its reason. */
export function pairNotices(definition: ObjectiveDefinition): RuleNotice[] {
  return burnPairChoice({
    windowSeconds: windowSeconds(definition.window.duration),
    target: definition.target,
    sliceSeconds: sliceSecondsOf(definition.budgeting),
  }).refused.map(pair => ({
    about: 'pair',
    subject: stringifyObjectiveKey(definition),
    ...placeAndReason(pair, definition),
  }));
}

function placeAndReason(
  pair: RefusedBurnPair,
  definition: ObjectiveDefinition,
): Pick<RuleNotice, 'path' | 'message'> {
  switch (pair.reason) {
    case 'window':
      return { path: 'spec.timeWindow', message: tooLong(pair, definition) };
    case 'slices':
      return { path: 'spec.objectives', message: tooFewSlices(pair) };
    default:
      return {
        path: 'spec.objectives',
        message: unreachable(pair, definition),
      };
  }
}

function tooFewSlices(pair: RefusedBurnPair) {
  return `the pair ${nameOf(
    pair,
  )} is left out, since it could never fire: it waits for two bad slices, and ${
    pair.long
  } holds fewer; write a timeSliceWindow of at most ${shortDuration(
    BURN_WINDOW_SECONDS[pair.long] / 2,
  )}, or add an AlertPolicy of your own`;
}

function tooLong(pair: RefusedBurnPair, definition: ObjectiveDefinition) {
  return `the pair ${nameOf(pair)} is left out, since ${
    pair.long
  } is more than a quarter of a window of ${formatDuration(
    definition.window.duration,
  )}: when it fires the budget is as good as spent; the shorter pairs stand, and a longer window brings it back`;
}

function unreachable(pair: RefusedBurnPair, definition: ObjectiveDefinition) {
  const { target, targetText } = definition;
  return `the pair ${nameOf(
    pair,
  )} is left out, since it could never fire: with everything failing ${targetText} % burns ${figure(
    1 / budgetRatio(target),
  )} times too fast, and it waits for more than ${figure(
    pair.factor,
  )}; promise more than ${figure(
    (1 - 1 / pair.factor) * 100,
  )} %, or add an AlertPolicy of your own`;
}

function nameOf({ severity, long, short }: RefusedBurnPair): string {
  return `${long}/${short} (${severity})`;
}

/** At most four significant digits, as people write burn rates. */
function figure(value: number): string {
  return String(Number(value.toPrecision(4)));
}
