import type { JsonObject } from '@backstage/types';
import { validSlo } from '../../openslo/__fixtures__/validDocuments';

/** Documents as one text; JSON is YAML too. */
export function textOf(...documents: unknown[]): string {
  return documents.map(document => JSON.stringify(document)).join('\n---\n');
}

/** A valid SLO as text, with what differs in its spec. */
export function sloText(spec: JsonObject = {}): string {
  return textOf(validSlo(spec));
}
