import type { Fault } from '../../objective/ObjectiveDefinition';
import type { OpenSloDocument } from '../../openslo/OpenSloDocument';
import { parseOpenSloDocument } from '../../openslo/parseDocument';
import { serviceFactsOf, type ServiceFacts } from './ServiceFacts';

/** A document of YAML or JSON, as its parser gives it. @public */
export interface RuleDocument {
  value: unknown;
  /** For messages: the file that holds it. */
  file?: string;
}

/** A fault of a document, and which one it is. @public */
export interface DocumentFault extends Fault {
  file?: string;
  /** `SLO checkout-availability`, or `document` where it has no name. */
  document: string;
}

/** Documents, by what they are for. */
export interface RuleDocuments {
  documents: Array<{ document: OpenSloDocument; file?: string }>;
  /** By entity ref. */
  services: Map<string, ServiceFacts>;
  faults: DocumentFault[];
}

/**
 * Sorts documents: those of OpenSLO are read, entities of a catalog tell about
 * services, and what belongs to other programs is left alone.
 */
export function readRuleDocuments(
  values: readonly RuleDocument[],
): RuleDocuments {
  const result: RuleDocuments = {
    documents: [],
    services: new Map(),
    faults: [],
  };
  for (const { value, file } of values) {
    const service = serviceFactsOf(value);
    if (service) {
      result.services.set(service.ref, service.facts);
    } else if (isOpenSlo(value)) {
      const { document, faults = [] } = parseOpenSloDocument(value);
      if (document) {
        result.documents.push({ document, file });
      }
      result.faults.push(
        ...faults.map(fault => ({ ...fault, file, document: nameOf(value) })),
      );
    }
  }
  return result;
}

/** Not of another program: its version is OpenSLO's, or it has none. */
function isOpenSlo(value: unknown): boolean {
  const { apiVersion } = (value ?? {}) as { apiVersion?: unknown };
  return typeof apiVersion !== 'string' || apiVersion.startsWith('openslo');
}

function nameOf(value: unknown): string {
  const { kind, metadata } = (value ?? {}) as {
    kind?: unknown;
    metadata?: { name?: unknown } | null;
  };
  const words = [kind, metadata?.name].filter(word => typeof word === 'string');
  return words.length ? words.join(' ') : 'document';
}
