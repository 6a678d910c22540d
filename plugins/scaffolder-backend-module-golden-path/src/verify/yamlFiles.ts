import { parseAllDocuments } from 'yaml';
import type { WorkspaceFile } from './WorkspaceFile';

/** Templates of Helm become YAML only when Helm has rendered them. */
const HELM_TEMPLATE = /(^|\/)chart\/(charts\/[^/]+\/)?templates\//;

/** Whether a file is YAML as it stands. */
export function isYaml({ path }: WorkspaceFile): boolean {
  return /\.ya?ml$/i.test(path) && !isHelmTemplate(path);
}

/** Whether Helm has to render a file first. */
export function isHelmTemplate(path: string): boolean {
  return HELM_TEMPLATE.test(path);
}

/** The documents of a file that can be read; none of one that cannot. */
export function documentsOf({ text }: WorkspaceFile): unknown[] {
  const documents = parseAllDocuments(text, { logLevel: 'silent' });
  return documents.flatMap(document =>
    document.errors.length
      ? []
      : [document.toJS({ maxAliasCount: 1_000 }) as unknown],
  );
}

/** Whether a value is a mapping. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
