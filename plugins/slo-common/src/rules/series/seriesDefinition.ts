import {
  stringifyObjectiveKey,
  type ObjectiveKey,
} from '../../objective/ObjectiveKey';
import type { BaseSeries } from './baseSeries';
import { fingerprint } from './fingerprint';

/**
 * Label of the target's series that says of what its base series are made:
 * {@link seriesDefinition}.
 *
 * @public
 */
export const DEFINITION_LABEL = 'definition';

/**
 * Names what the recorded series of an objective are made of. Whoever reads
 * them makes the rules of the document as it stands today, and compares: series
 * of an older document, of another scrape interval or tenant, or of a generator
 * that writes other rules have another name, and are nobody's numbers.
 *
 * @param options.expressions - {@link expressionsFingerprint}
 * @public
 */
export function seriesDefinition(options: {
  key: ObjectiveKey;
  expressions: string;
}): string {
  const { key, expressions } = options;
  return fingerprint(`${stringifyObjectiveKey(key)} ${expressions}`);
}

/** Names the texts of the two base series. @public */
export function expressionsFingerprint({ bad, total }: BaseSeries): string {
  return fingerprint(`${total}\n${bad}`);
}
