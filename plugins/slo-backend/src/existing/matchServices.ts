import { Pace } from '@plimsoll/plugin-database';
import type { RefusedRule } from '@plimsoll/plugin-slo-common';
import type { FoundObjective } from '@plimsoll/plugin-slo-node';
import type { ServiceIndex } from '@plimsoll/service-index';
import type { ExistingRulesConfig } from './ExistingRulesConfig';
import { candidateServices, matchService } from './matchService';

/** An SLO whose service the catalog knows. */
export interface MatchedObjective {
  found: FoundObjective;
  entityRef: string;
}

/** Finds the services of many SLOs, by one look into the index, in steps. */
export async function matchServices(options: {
  found: readonly FoundObjective[];
  config: ExistingRulesConfig;
  services: Pick<ServiceIndex, 'getServices'>;
}): Promise<{
  matched: MatchedObjective[];
  refused: Array<Omit<RefusedRule, 'source'>>;
}> {
  const { found, config, services } = options;
  const pace = Pace.create();
  const candidates = new Set<string>();
  for (const one of found) {
    candidateServices(one, config).forEach(ref => candidates.add(ref));
    await pace.rest();
  }
  const known = await services.getServices([...candidates]);
  const matched: MatchedObjective[] = [];
  const refused: Array<Omit<RefusedRule, 'source'>> = [];
  for (const one of found) {
    const match = matchService({
      found: one,
      config,
      isService: ref => known.has(ref),
    });
    if ('entityRef' in match) {
      matched.push({ found: one, ...match });
    } else {
      refused.push({ origin: one.origin, id: one.id, ...match.refusal });
    }
    await pace.rest();
  }
  return { matched, refused };
}
