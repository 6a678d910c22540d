import type { RefusedDocument } from '@plimsoll/plugin-slo-common';

/** A document, or a whole file of documents, that the catalog refuses. */
export interface DocumentRefusal {
  /** What the catalog was processing; a Location for a whole file. */
  entityRef: string;
  /** Location ref of the file. */
  location?: string;
  errors: RefusedDocument['errors'];
  /** Unix milliseconds when the catalog last said so. */
  seenAt: number;
}
