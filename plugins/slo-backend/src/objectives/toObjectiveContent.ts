import { createHash } from 'node:crypto';
import { measuredHash } from '../ledger/measuredHash';
import { type CatalogObjective, isComplete } from './CatalogObjective';
import type { ObjectiveContent } from './ObjectiveRow';

/** Length of the column; what is beyond it is not found by free text. */
const SEARCH_LENGTH = 1_024;

/** The columns of one objective, and a hash that tells when they changed. */
export function toObjectiveContent(
  objective: CatalogObjective,
): ObjectiveContent {
  const { definition, document, location, faults, notices, origin } = objective;
  const { ref, objective: name, entityRef, displayName, source } = definition;
  const content = {
    ref,
    objective: name,
    entity_ref: entityRef,
    display_name: displayName,
    sort_name: lowerCase(displayName),
    search_text: lowerCase(
      [displayName, name, ref, entityRef, definition.description ?? ''].join(
        ' ',
      ),
    ).slice(0, SEARCH_LENGTH),
    indicator_kind: objective.indicatorKind ?? '',
    source,
    definition: JSON.stringify(definition),
    document: JSON.stringify(document),
    location: location ?? null,
    faults: JSON.stringify(faults),
    notices: JSON.stringify(notices ?? []),
    origin,
  };
  const hash = createHash('sha256').update(JSON.stringify(content));
  return {
    ...content,
    origin: origin ?? null,
    content_hash: hash.digest('hex'),
    definition_hash: isComplete(definition)
      ? measuredHash(definition)
      : undefined,
  };
}

function lowerCase(text: string): string {
  return text.toLocaleLowerCase('en-US');
}
