import { Pace } from '@plimsoll/plugin-database';
import { type RefusedRule, windowSeconds } from '@plimsoll/plugin-slo-common';
import type { CatalogObjective } from '../objectives/CatalogObjective';
import type { ObjectiveSources } from '../objectives/ObjectiveSources';
import { sanitizeSourceError } from '../sources/sanitizeSourceError';
import { windowRefusal } from './discovery/readPromise';
import type { MatchedObjective } from './matchServices';
import { toRuleObjective } from './toRuleObjective';
import { usableWindow } from './usableWindow';

/**
 * SLOs of other tools as objectives, in steps. One that cannot become an
 * objective is refused, and holds none of the others back.
 */
export async function toRuleObjectives(options: {
  matched: readonly MatchedObjective[];
  /** Name of the metrics source that they were found in. */
  source: string;
  sources: ObjectiveSources;
}): Promise<{
  objectives: CatalogObjective[];
  refused: Array<Omit<RefusedRule, 'source'>>;
}> {
  const { matched, source, sources } = options;
  const pace = Pace.create();
  const objectives: CatalogObjective[] = [];
  const refused: Array<Omit<RefusedRule, 'source'>> = [];
  for (const { found, entityRef } of matched) {
    const { origin, id } = found;
    const seconds = windowSeconds(found.window);
    if (usableWindow(seconds)) {
      try {
        objectives.push(toRuleObjective({ found, source, entityRef, sources }));
      } catch (error) {
        const reason = sanitizeSourceError(error);
        refused.push({ origin, id, code: 'unreadable', params: { reason } });
      }
    } else {
      refused.push({ origin, id, ...windowRefusal(seconds) });
    }
    await pace.rest();
  }
  return { objectives, refused };
}
