import type { ObjectiveDefinition } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import type { KnownDefinition } from '../objectives/CatalogObjective';
import type { ObjectiveScope } from '../permissions/ObjectiveScope';
import { visibleServices } from '../permissions/visibleServices';
import { visibleObjectives } from '../service/visibleObjectives';

/** Why a source is not asked: the caller may not see its service, or its queries. */
export type AskRefusal = 'service' | 'queries';

/**
 * Which objectives of a text may be asked about on behalf of a caller.
 *
 * A document says by itself which service it is about, and its queries need not
 * be about that. So who may see some objectives only is answered queries that
 * stand in the catalog already, in a document that they may see; otherwise a
 * made-up document would count other teams' events.
 */
export async function refusedToAsk(options: {
  client: Knex;
  scope: ObjectiveScope;
  definitions: readonly ObjectiveDefinition[];
}): Promise<(definition: ObjectiveDefinition) => AskRefusal | undefined> {
  const { client, scope, definitions } = options;
  if (scope.kind === 'all') {
    return () => undefined;
  }
  const visible = await visibleServices({
    client,
    scope,
    entityRefs: [...new Set(definitions.map(({ entityRef }) => entityRef))],
  });
  const rows: Array<{ definition: string }> = await visibleObjectives({
    client,
    scope,
  })
    .whereIn('o.entity_ref', [...visible])
    .select('o.definition');
  const known = new Set(
    rows.flatMap(row => queriesOf(JSON.parse(row.definition))),
  );
  return definition => {
    if (!visible.has(definition.entityRef)) {
      return 'service';
    }
    return queriesOf(definition).every(query => known.has(query))
      ? undefined
      : 'queries';
  };
}

/** Each query with its source and how it is read. */
function queriesOf({ source, indicator }: KnownDefinition): string[] {
  if (!indicator) {
    return [];
  }
  const write = (how: string, spec: unknown) =>
    JSON.stringify([source, how, spec]);
  switch (indicator.kind) {
    case 'ratio':
      return [indicator.good, indicator.bad, indicator.total].flatMap(query =>
        query
          ? [write(indicator.counter ? 'counter' : 'gauge', query.spec)]
          : [],
      );
    case 'raw':
      return [write('raw', indicator.raw.spec)];
    default:
      return [write('threshold', indicator.metric.spec)];
  }
}
