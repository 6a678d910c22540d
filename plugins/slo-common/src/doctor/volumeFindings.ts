import { allowedBad } from '../budget/allowedBad';
import type { ObjectiveDefinition } from '../objective/ObjectiveDefinition';
import { windowSeconds } from '../window/windowSeconds';
import type { LocalFinding } from './Finding';

const DAY_SECONDS = 86_400;

/**
 * Whether the window holds enough units for the target: when `(1 - target) *
 * total` is less than 1, the first failure spends the whole budget, and the
 * objective is in the state `insufficient`.
 *
 * Time slices are counted without a source; for events the volume of a day is
 * needed, and without it nothing is said.
 *
 * @param options.path - place of the target in the document
 */
export function volumeFindings(options: {
  definition: Pick<
    ObjectiveDefinition,
    'target' | 'targetText' | 'window' | 'budgeting'
  >;
  path: string;
  /** Units in 24 hours. */
  unitsPerDay?: number;
}): LocalFinding[] {
  const { definition, path, unitsPerDay } = options;
  const { target, targetText, window, budgeting } = definition;
  const seconds = windowSeconds(window.duration);
  const isSliced = budgeting.method !== 'occurrences';
  const total = isSliced
    ? Math.floor(seconds / budgeting.sliceSeconds)
    : unitsPerDay && (unitsPerDay * seconds) / DAY_SECONDS;
  if (total === undefined || total === 0) {
    return [];
  }
  if (allowedBad({ target, total }) >= 1) {
    return [];
  }
  const unit = isSliced ? 'time slices' : 'events';
  const needed = Math.ceil(1 / allowedBad({ target, total: 1 }));
  return [
    {
      severity: 'warning',
      check: 'volume',
      path,
      message: `${targetText} % of about ${Math.round(
        total,
      )} ${unit} in the window allows less than one failure: the first one spends the whole budget, so the objective stays 'insufficient'`,
      fix: `At least ${needed} ${unit} are needed: promise less, take a longer window${
        isSliced ? ' or shorter slices' : ', or measure time slices'
      }`,
    },
  ];
}
