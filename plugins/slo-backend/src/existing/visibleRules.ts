import type {
  ListObjectivesRequest,
  ObjectivePage,
} from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import type { ObjectiveScope } from '../permissions/ObjectiveScope';
import { MAX_REFUSED, type RuleScanRow } from './RuleScanStore';

/**
 * What became of the rules of other tools, for who sees everything: which
 * service an SLO without one is about, and so who may see it, nobody knows. For
 * the same reason the list of one service has nothing of it.
 */
export async function visibleRules(options: {
  client: Knex;
  scope: ObjectiveScope;
  request: Pick<ListObjectivesRequest, 'entityRef'>;
}): Promise<Pick<ObjectivePage, 'existingRules'>> {
  const { client, scope, request } = options;
  if (scope.kind === 'some' || request.entityRef !== undefined) {
    return {};
  }
  const rows = await client<RuleScanRow>('slo_rule_scan').orderBy('source');
  if (rows.length === 0) {
    return {};
  }
  return {
    existingRules: {
      scans: rows.flatMap(row => JSON.parse(row.scans)),
      refused: rows
        .flatMap(row => JSON.parse(row.refused))
        .slice(0, MAX_REFUSED),
      totalRefused: rows.reduce((sum, row) => sum + row.total_refused, 0),
    },
  };
}
