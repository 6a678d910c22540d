import { isError } from '@backstage/errors';
import { type Document, parseAllDocuments } from 'yaml';
import type { WorkspaceFile } from './WorkspaceFile';

/** Templates of Helm become YAML only when Helm has rendered them. */
const HELM_TEMPLATE = /(^|\/)chart\/(charts\/[^/]+\/)?templates\//;

/** Aliases of aliases can make a short text endless. */
const MAX_ALIASES = 1_000;

/** Whether a file is YAML as it stands. */
export function isYaml({ path }: WorkspaceFile): boolean {
  return /\.ya?ml$/i.test(path) && !isHelmTemplate(path);
}

/** Whether Helm has to render a file first. */
export function isHelmTemplate(path: string): boolean {
  return HELM_TEMPLATE.test(path);
}

/** Several checks ask for the documents of one file. */
const known = new WeakMap<WorkspaceFile, unknown[]>();

/** The documents of a file that can be read; none of one that cannot. */
export function documentsOf(file: WorkspaceFile): unknown[] {
  const documents = known.get(file) ?? parse(file);
  known.set(file, documents);
  return documents;
}

function parse({ text }: WorkspaceFile): unknown[] {
  return parseAllDocuments(text, { logLevel: 'silent' }).flatMap(document => {
    const { value, fault } = valueOf(document);
    return fault === undefined ? [value] : [];
  });
}

/** What a document means, or why it means nothing. */
export function valueOf(document: Pick<Document, 'errors' | 'toJS'>): {
  value?: unknown;
  fault?: string;
} {
  if (document.errors.length) {
    return { fault: document.errors[0].message };
  }
  try {
    return { value: document.toJS({ maxAliasCount: MAX_ALIASES }) };
  } catch (error) {
    return { fault: isError(error) ? error.message : 'no value' };
  }
}

/** Whether a value is a mapping. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
