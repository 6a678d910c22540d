import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import type { Fault } from '../objective/ObjectiveDefinition';
import { ALERTS_WITHOUT_EFFECT } from '../openslo/alertsWithoutEffect';
import type { OpenSloDocument } from '../openslo/OpenSloDocument';
import { parseOpenSloDocument } from '../openslo/parseDocument';
import { toEnd } from '../steps/toEnd';
import type { Finding } from './Finding';
import {
  type OpenSloYaml,
  openSloYamlSteps,
  readOpenSloYaml,
} from './readOpenSloYaml';
import { splitFault } from './splitFault';

/** A document of a text that keeps OpenSLO's rules. @public */
export interface CheckedDocument {
  /** `SLO checkout-availability`. */
  label: string;
  document: OpenSloDocument;
}

/** What a text holds, as far as it can be read. @public */
export interface CheckText {
  documents: CheckedDocument[];
  /** Faults and warnings of the documents themselves. */
  findings: Finding[];
}

/**
 * Reads a text of OpenSLO documents for the doctor. Two documents of one kind
 * and name are a finding; the first one is taken.
 *
 * @param text - YAML or JSON
 * @public
 */
export function readCheckText(text: string): CheckText {
  return toEnd(readAll(readOpenSloYaml(text)));
}

/**
 * The same in steps of a few milliseconds, for who has others to serve between
 * them.
 *
 * @public
 */
export function* checkTextSteps(
  text: string,
): Generator<undefined, CheckText, void> {
  return yield* readAll(yield* openSloYamlSteps(text));
}

/**
 * The same of documents that somebody has parsed already, from the catalog for
 * instance.
 *
 * @public
 */
export function readCheckValues(values: readonly unknown[]): CheckText {
  return toEnd(
    readAll({
      documents: values.map((value, index) => ({ number: index + 1, value })),
      faults: [],
    }),
  );
}

/** A file that documents are read from. @public */
export interface CheckFile {
  name: string;
  text: string;
  /**
   * It merely lay in a folder, and may be another program's: only documents
   * that call themselves OpenSLO are read, and a text that cannot be read is a
   * finding only where it speaks of OpenSLO.
   */
  isFound?: boolean;
}

/**
 * The same of several files, whose documents may name each other. Findings name
 * the file too.
 *
 * @public
 */
export function readCheckFiles(files: readonly CheckFile[]): CheckText {
  const yaml: PlacedYaml = { documents: [], faults: [] };
  for (const { name, text, isFound = false } of files) {
    const { documents, faults } = readOpenSloYaml(text);
    yaml.documents.push(
      ...documents
        .filter(({ value }) =>
          isFound ? isOpenSlo(value) : !isCatalogEntity(value),
        )
        .map(document => ({ ...document, file: name })),
    );
    // what merely lies in a folder may be a template of something else
    if (!isFound || text.includes('openslo')) {
      yaml.faults.push(...faults.map(fault => ({ ...fault, file: name })));
    }
  }
  return toEnd(readAll(yaml));
}

/** Documents and faults, with the file that they are in. */
interface PlacedYaml {
  documents: Array<OpenSloYaml['documents'][number] & { file?: string }>;
  faults: Array<OpenSloYaml['faults'][number] & { file?: string }>;
}

function isOpenSlo(value: unknown): boolean {
  return isRecord(value) && /^openslo(\.com)?\//.test(String(value.apiVersion));
}

/** A `catalog-info.yaml` is named beside documents, since rules want its owner. */
function isCatalogEntity(value: unknown): boolean {
  return isRecord(value) && /^backstage\.io\//.test(String(value.apiVersion));
}

function* readAll({
  documents,
  faults,
}: PlacedYaml): Generator<undefined, CheckText, void> {
  const result: CheckText = {
    documents: [],
    findings: faults.map(({ file = 'the text', ...fault }) => ({
      severity: 'error',
      check: 'document',
      document: file,
      ...fault,
    })),
  };
  const seen = new Set<string>();
  for (const { number, value, file } of documents) {
    yield;
    const label = `${file ? `${file}: ` : ''}${labelOf(value, number)}`;
    const parsed = parseOpenSloDocument(value, {
      fromCatalog: isEntity(value),
    });
    const { document, faults: refused = [], warnings } = parsed;
    result.findings.push(
      ...refused.map(fault => findingOf(fault, label, 'error')),
      ...warnings.map(fault => findingOf(fault, label, 'warning')),
    );
    if (!document) {
      continue;
    }
    const { namespace = DEFAULT_NAMESPACE, name } = document.metadata;
    const key = `${document.kind} ${namespace}/${name}`;
    if (seen.has(key)) {
      result.findings.push({
        severity: 'error',
        check: 'document',
        document: label,
        path: 'metadata.name',
        message: `is the name of another ${document.kind} in this text, and only one of them would be measured`,
        fix: 'Give each document a name of its own',
      });
      continue;
    }
    seen.add(key);
    result.documents.push({ label, document });
  }
  return result;
}

/**
 * What the parser says, with the severity of where it said it. That alerts have
 * no effect in the portal is a note: nothing has to be mended.
 */
export function findingOf(
  fault: Fault,
  document: string,
  severity: 'error' | 'warning',
): Finding {
  return {
    severity: fault.message.endsWith(ALERTS_WITHOUT_EFFECT)
      ? 'info'
      : fault.severity ?? severity,
    check: 'document',
    document,
    path: fault.path,
    ...splitFault(fault),
  };
}

/** The catalog's own fields are no surprise in what comes from there. */
function isEntity(value: unknown): boolean {
  return isRecord(value) && ('relations' in value || 'status' in value);
}

function labelOf(value: unknown, number: number): string {
  const metadata = isRecord(value) ? value.metadata : undefined;
  const kind = isRecord(value) ? value.kind : undefined;
  const name = isRecord(metadata) ? metadata.name : undefined;
  return typeof kind === 'string' && typeof name === 'string'
    ? `${kind.slice(0, 63)} ${name.slice(0, 63)}`
    : `document ${number}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
