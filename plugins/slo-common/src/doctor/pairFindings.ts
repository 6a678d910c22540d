import { budgetRatio } from '../budget/allowedBad';
import { burnPairChoice, type BurnPair } from '../burnRate/burnPairs';
import type { ObjectiveDefinition } from '../objective/ObjectiveDefinition';
import { windowSeconds } from '../window/windowSeconds';
import type { LocalFinding } from './Finding';

/**
 * The standard pairs of burn rates that can never fire for this target, in one
 * finding: when everything is bad the budget burns `1 / (1 - target)` times too
 * fast, and no faster, so a pair whose factor is higher stays silent even then.
 *
 * @param options.path - place of the target in the document
 */
export function pairFindings(options: {
  definition: Pick<ObjectiveDefinition, 'window' | 'target' | 'targetText'>;
  path: string;
}): LocalFinding[] {
  const { definition, path } = options;
  const { target, targetText } = definition;
  const seconds = windowSeconds(definition.window.duration);
  const fastest = 1 / budgetRatio(target);
  const silent = burnPairChoice({
    windowSeconds: seconds,
    target,
  }).refused.filter(({ reason }) => reason === 'unreachable');
  if (silent.length === 0) {
    return [];
  }
  const highest = Math.max(...silent.map(({ factor }) => factor));
  return [
    {
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
    },
  ];
}

function nameOf({ severity, long, short, factor }: BurnPair): string {
  return `${long}/${short} above ${text(factor)} (${severity})`;
}

/** At most four significant digits, as people write burn rates. */
function text(value: number): string {
  return String(Number(value.toPrecision(4)));
}
