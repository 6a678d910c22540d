import type { LedgerRange } from '@plimsoll/plugin-slo-common';
import type { KnownDefinition } from '../../objectives/CatalogObjective';
import type { ObjectiveRow } from '../../objectives/ObjectiveRow';
import type { ObjectiveScope } from '../../permissions/ObjectiveScope';
import type { SloContext } from '../SloContext';
import { visibleObjectives } from '../visibleObjectives';

export type VolumeObjective = Pick<
  ObjectiveRow,
  'id' | 'ref' | 'objective' | 'display_name'
>;

/**
 * The objective whose events stand for a service's volume: of those that count
 * events with counters the one that saw most in the range, since objectives on
 * a part of the traffic see less. The oldest wins a tie.
 */
export async function findVolumeObjective(options: {
  context: SloContext;
  scope: ObjectiveScope;
  entityRef: string;
  range: LedgerRange;
}): Promise<VolumeObjective | undefined> {
  const { context, scope, entityRef, range } = options;
  const rows: Array<VolumeObjective & Pick<ObjectiveRow, 'definition'>> =
    await visibleObjectives({ client: context.client, scope })
      .select('o.id', 'o.ref', 'o.objective', 'o.display_name', 'o.definition')
      .where({
        'o.entity_ref': entityRef,
        'o.indicator_kind': 'ratio',
      })
      .orderBy('o.id');
  const candidates = rows.filter(row => countsEvents(row.definition));
  const sums = await context.ledger.sum({
    objectiveIds: candidates.map(({ id }) => id),
    ...range,
  });
  const totalOf = (row: VolumeObjective) => sums.get(row.id)?.total ?? 0;
  return candidates.reduce<VolumeObjective | undefined>(
    (most, row) => (most && totalOf(most) >= totalOf(row) ? most : row),
    undefined,
  );
}

function countsEvents(definition: string): boolean {
  const { indicator, budgeting }: KnownDefinition = JSON.parse(definition);
  return (
    budgeting.method === 'occurrences' &&
    indicator?.kind === 'ratio' &&
    indicator.counter
  );
}
