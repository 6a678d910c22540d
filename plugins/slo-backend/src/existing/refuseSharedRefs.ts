import { stringifyEntityRef } from '@backstage/catalog-model';
import { Pace } from '@plimsoll/plugin-database';
import type { RefusedRule } from '@plimsoll/plugin-slo-common';
import type {
  FindObjectivesResult,
  FoundObjective,
} from '@plimsoll/plugin-slo-node';
import { ruleEntity } from './ruleEntity';

/** What would be known under one ref. */
interface Sharers {
  found: FoundObjective[];
  refused: Array<Omit<RefusedRule, 'source'>>;
}

/**
 * Refuses SLOs that would be known under the same ref, all of them: of two, one
 * would be measured, and nobody told of the other.
 */
export async function refuseSharedRefs(options: {
  /** Name of the metrics source. */
  source: string;
  result: FindObjectivesResult;
}): Promise<FindObjectivesResult> {
  const { source, result } = options;
  const pace = Pace.create();
  const byRef = new Map<string, Sharers>();
  const sharersOf = ({ origin, id }: Pick<RefusedRule, 'origin' | 'id'>) => {
    const ref = stringifyEntityRef(ruleEntity({ origin, source, id }));
    const sharers = byRef.get(ref) ?? { found: [], refused: [] };
    byRef.set(ref, sharers);
    return sharers;
  };
  for (const one of result.found) {
    sharersOf(one).found.push(one);
    await pace.rest();
  }
  for (const one of result.refused) {
    sharersOf(one).refused.push(one);
    await pace.rest();
  }
  const kept: FindObjectivesResult = { found: [], refused: [] };
  for (const { found, refused } of byRef.values()) {
    if (found.length === 0 || found.length + refused.length === 1) {
      kept.found.push(...found);
      kept.refused.push(...refused);
      continue;
    }
    const ids = new Map([...found, ...refused].map(one => [one.id, one]));
    for (const { origin, id } of ids.values()) {
      kept.refused.push({ origin, id, code: 'contradictory' });
    }
  }
  return kept;
}
