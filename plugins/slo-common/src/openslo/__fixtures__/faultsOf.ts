import { parseOpenSloDocument } from '../parseDocument';

/** The faults of a document as lines `path: message`. */
export function faultsOf(value: unknown): string[] {
  return (parseOpenSloDocument(value).faults ?? []).map(
    ({ path, message }) => `${path}: ${message}`,
  );
}

/** The warnings of a document as lines `path: message`. */
export function warningsOf(value: unknown): string[] {
  return parseOpenSloDocument(value).warnings.map(
    ({ path, message }) => `${path}: ${message}`,
  );
}
