import { InputError } from '@backstage/errors';
import {
  type CheckFile,
  readOpenSloYaml,
} from '@plimsoll/plugin-slo-common/doctor';
import {
  type GeneratedRules,
  generateRules,
  objectivesOfDocuments,
  type RuleDocument,
  type RuleObjective,
  type RuleSettings,
} from '@plimsoll/plugin-slo-common/rules';

/** Rules of a repository's objectives, and what they were made of. */
export interface SloRules {
  objectives: RuleObjective[];
  /** What the repository brings. */
  rules: GeneratedRules;
  /** What a Prometheus needs once, whatever the number of services. */
  fleet: GeneratedRules;
}

/**
 * Makes rules of documents with the generator of the portal and of
 * `plimsoll-rules`, whose text is the same for the same settings.
 *
 * @param options.portalUrl - `app.baseUrl`, for the links of alerts
 * @throws InputError where a document has to be mended: rules that lack an
 * objective look as if it were watched
 */
export function generateSloRules(options: {
  files: readonly CheckFile[];
  portalUrl?: string;
  settings: RuleSettings;
}): SloRules {
  const { files, portalUrl, settings } = options;
  const faults: string[] = [];
  const documents = files.flatMap(file => documentsOf(file, faults));
  const read = objectivesOfDocuments(documents);
  const rules = generateRules({
    objectives: read.objectives,
    part: 'objectives',
    portalUrl,
    settingsOf: () => settings,
  });
  faults.push(
    ...read.faults.map(
      ({ file, document, path, message }) =>
        `${file}: ${document}: ${path} ${message}`,
    ),
    ...rules.notices
      .filter(({ about }) => about === 'objective')
      .map(({ subject, path, message }) => `${subject}: ${path}: ${message}`),
  );
  if (faults.length) {
    throw new InputError(
      `No rules were written; mend these first:\n${faults
        .map(fault => `- ${fault}`)
        .join('\n')}`,
    );
  }
  if (!read.objectives.length) {
    throw new InputError(
      `There is no SLO in ${
        files.map(({ name }) => name).join(', ') || 'the files that were named'
      }; write one, or name where it is`,
    );
  }
  return {
    objectives: read.objectives,
    rules,
    fleet: generateRules({ objectives: [], part: 'fleet' }),
  };
}

/** What merely lies in a folder may belong to another program. */
function documentsOf(file: CheckFile, faults: string[]): RuleDocument[] {
  const read = readOpenSloYaml(file.text);
  if (!file.isFound || file.text.includes('openslo')) {
    faults.push(
      ...read.faults.map(
        ({ path, message, fix }) => `${file.name}: ${path}: ${message}. ${fix}`,
      ),
    );
  }
  return read.documents
    .filter(({ value }) => !file.isFound || isVersioned(value))
    .map(({ value }) => ({ value, file: file.name }));
}

function isVersioned(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'apiVersion' in value &&
    typeof value.apiVersion === 'string'
  );
}
