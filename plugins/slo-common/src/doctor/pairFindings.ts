import { budgetRatio } from '../budget/allowedBad';
import { burnPairChoice, type BurnPair } from '../burnRate/burnPairs';
import type { ObjectiveDefinition } from '../objective/ObjectiveDefinition';
import { windowSeconds } from '../window/windowSeconds';
import type { LocalFinding } from './Finding';

/**
 * The standard pairs of burn rates that can never fire for this target: when
 * everything is bad the budget burns `1 / (1 - target)` times too fast, and no
 * faster, so a pair whose factor is higher stays silent even then.
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
  return burnPairChoice({ windowSeconds: seconds, target })
    .refused.filter(({ reason }) => reason === 'unreachable')
    .map(pair => ({
      severity: 'warning',
      check: 'pairs',
      path,
      message: `at ${targetText} % the pair ${nameOf(
        pair,
      )} can never fire: with everything failing the budget burns ${text(
        fastest,
      )} times too fast, and the pair waits for more than ${text(pair.factor)}`,
      fix: `Promise more than ${text(
        (1 - 1 / pair.factor) * 100,
      )} %, or know that a whole outage raises no ${
        pair.severity
      } by this pair; the longer windows still do where they are not listed here`,
    }));
}

function nameOf({ severity, long, short }: BurnPair): string {
  return `${long}/${short} (${severity})`;
}

/** At most four significant digits, as people write burn rates. */
function text(value: number): string {
  return String(Number(value.toPrecision(4)));
}
