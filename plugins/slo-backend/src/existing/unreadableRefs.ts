import { stringifyEntityRef } from '@backstage/catalog-model';
import type { RefusedRule } from '@plimsoll/plugin-slo-common';
import { ruleEntity } from './ruleEntity';

/**
 * Refs of SLOs that are there and cannot be read just now, for instance while a
 * target changes: what is known of them stays.
 */
export function unreadableRefs(
  source: string,
  refused: ReadonlyArray<Omit<RefusedRule, 'source'>>,
): Set<string> {
  return new Set(
    refused.map(({ origin, id }) =>
      stringifyEntityRef(ruleEntity({ origin, source, id })),
    ),
  );
}
