import {
  DEFAULT_NAMESPACE,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  OPENSLO_API_VERSIONS,
  OPENSLO_LIVE_KINDS,
} from '@plimsoll/plugin-slo-common';
import { parseAllDocuments } from 'yaml';

/**
 * Whether a name clash of this kind of document means anything: of the inert
 * kinds no content is used, so it does not matter which of two is ignored.
 */
export function isClaimable(document: {
  apiVersion: unknown;
  kind: unknown;
}): boolean {
  return (
    OPENSLO_API_VERSIONS.some(version => version === document.apiVersion) &&
    OPENSLO_LIVE_KINDS.some(kind => kind === document.kind)
  );
}

/**
 * Refs of the OpenSLO documents in a catalog file, in their order; a ref that
 * is there twice is listed twice. Reads nothing of a document but its envelope,
 * and never unfolds aliases.
 */
export function claimedRefs(text: string): string[] {
  // Nearly all files of a catalog hold no OpenSLO, and parsing costs.
  if (!text.includes('openslo')) {
    return [];
  }
  return parseAllDocuments(text, { logLevel: 'silent' }).flatMap(document => {
    const kind = document.getIn(['kind']);
    const name = document.getIn(['metadata', 'name']);
    const namespace = document.getIn(['metadata', 'namespace']);
    if (
      document.errors.length > 0 ||
      typeof kind !== 'string' ||
      typeof name !== 'string' ||
      !isClaimable({ apiVersion: document.getIn(['apiVersion']), kind })
    ) {
      return [];
    }
    return stringifyEntityRef({
      kind,
      namespace: typeof namespace === 'string' ? namespace : DEFAULT_NAMESPACE,
      name,
    });
  });
}
