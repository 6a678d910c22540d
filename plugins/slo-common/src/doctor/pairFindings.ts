import { budgetRatio } from '../budget/allowedBad';
import { burnPairChoice, type BurnPair } from '../burnRate/burnPairs';
import { sliceSecondsOf } from '../objective/Budgeting';
import type { ObjectiveDefinition } from '../objective/ObjectiveDefinition';
import { BURN_WINDOW_SECONDS } from '../status/BurnRates';
import { windowSeconds } from '../window/windowSeconds';
import type { LocalFinding } from './Finding';

/**
 * The standard pairs of burn rates that can never fire for this target, in one
 * finding: when everything is bad the budget burns `1 / (1 - target)` times too
 * fast, and no faster, so a pair whose factor is higher stays silent even then.
 * And in another those whose long window holds fewer than two slices.
 *
 * @param options.path - place of the target in the document
 */
export function pairFindings(options: {
  definition: Pick<ObjectiveDefinition, 'window' | 'target' | 'targetText'> &
    Partial<Pick<ObjectiveDefinition, 'budgeting'>>;
  path: string;
}): LocalFinding[] {
  const { definition, path } = options;
  const { target, targetText } = definition;
  const seconds = windowSeconds(definition.window.duration);
  const sliceSeconds = sliceSecondsOf(definition.budgeting);
  const { pairs, refused } = burnPairChoice({
    windowSeconds: seconds,
    target,
    sliceSeconds,
  });
  const sliced = refused.filter(({ reason }) => reason === 'slices');
  const silent = refused.filter(({ reason }) => reason === 'unreachable');
  return [
    ...(sliced.length
      ? [slicesFinding({ path, sliced, pages: pairs.some(isPage) })]
      : []),
    ...(silent.length
      ? [unreachable({ path, silent, target, targetText })]
      : []),
  ];
}

/** A page is what people rely on, so its lack is more than a note. */
function slicesFinding(options: {
  path: string;
  sliced: BurnPair[];
  pages: boolean;
}): LocalFinding {
  const { path, sliced, pages } = options;
  const [shortest] = sliced;
  return {
    severity: pages ? 'info' : 'warning',
    check: 'pairs',
    path,
    message: `two bad slices are waited for, and these pairs see fewer, so they are left out: ${sliced
      .map(nameOf)
      .join(', ')}${pages ? '' : '; nobody is ever paged'}`,
    fix: `Write a timeSliceWindow of at most ${
      BURN_WINDOW_SECONDS[shortest.long] / 120
    }m${pages ? ', or rely on the other pairs' : ''}`,
  };
}

function isPage({ severity }: BurnPair): boolean {
  return severity === 'page';
}

function unreachable(options: {
  path: string;
  silent: BurnPair[];
  target: number;
  targetText: string;
}): LocalFinding {
  const { path, silent, target, targetText } = options;
  const fastest = 1 / budgetRatio(target);
  const highest = Math.max(...silent.map(({ factor }) => factor));
  return {
    severity: 'info',
    check: 'pairs',
    path,
    message: `at ${targetText} % the budget burns at most ${text(
      fastest,
    )} times too fast, with everything failing, so these pairs are left out: ${silent
      .map(nameOf)
      .join(', ')}`,
    fix: `Nothing to do where the other pairs are enough; all of them can fire above ${text(
      (1 - 1 / highest) * 100,
    )} %`,
  };
}

function nameOf({ severity, long, short, factor }: BurnPair): string {
  return `${long}/${short} above ${text(factor)} (${severity})`;
}

/** At most four significant digits, as people write burn rates. */
function text(value: number): string {
  return String(Number(value.toPrecision(4)));
}
