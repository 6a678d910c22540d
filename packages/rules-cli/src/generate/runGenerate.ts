import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readOpenSloYaml } from '@plimsoll/plugin-slo-common/doctor';
import {
  generateRules,
  objectivesOfDocuments,
  renderRules,
  type RuleDocument,
  type RuleObjective,
} from '@plimsoll/plugin-slo-common/rules';
import type { GenerateCommand } from '../arguments/readArguments';
import { EXIT_CODES, type ExitCode } from '../ExitCode';
import type { InputFile } from '../files/readInputs';
import type { Terminal } from '../Terminal';
import { UsageError } from '../UsageError';

/**
 * Writes the rules of all documents. Where one has to be mended nothing is
 * written: rules that lack an objective look as if it were watched.
 */
export async function runGenerate(
  options: GenerateCommand & { files: readonly InputFile[] },
  terminal: Terminal,
): Promise<ExitCode> {
  const { files, part, portal, scrapeSeconds, matchers, source } = options;
  const { documents, faults } = readDocuments(files);
  const read = objectivesOfDocuments(documents);
  const generated = generateRules({
    objectives: read.objectives,
    part,
    portalUrl: portal,
    source,
    settingsOf: () => ({ scrapeSeconds, enforcedMatchers: matchers }),
  });
  faults.push(
    ...read.faults.map(
      ({ file, document, path, message }) =>
        `${file}: ${document}: ${path} ${message}`,
    ),
  );
  for (const { about, subject, path, message } of generated.notices) {
    const line = `${subject}: ${path}: ${message}`;
    if (about === 'objective') {
      faults.push(line);
    } else {
      terminal.tell(`note: ${line}`);
    }
  }
  if (faults.length) {
    faults.forEach(fault => terminal.tell(`error: ${fault}`));
    terminal.tell('Nothing was written: mend these first.');
    return EXIT_CODES.faults;
  }
  if (part !== 'fleet') {
    refuseNothing(read.objectives, source);
  }
  await deliver(
    renderRules({
      ...generated,
      format: options.format,
      name: options.resourceName,
    }),
    options.out,
    terminal,
  );
  return EXIT_CODES.done;
}

function refuseNothing(
  objectives: readonly RuleObjective[],
  source: string | undefined,
): void {
  if (!objectives.length) {
    throw new UsageError('There is no SLO document in what was given');
  }
  const names = new Set(objectives.map(({ definition }) => definition.source));
  if (source !== undefined && !names.has(source)) {
    throw new UsageError(
      `--source ${source} measures none of these objectives: write ${Array.from(
        names,
      )
        .sort()
        .join(' or ')}`,
    );
  }
}

function readDocuments(files: readonly InputFile[]) {
  const documents: RuleDocument[] = [];
  const faults: string[] = [];
  for (const { name, text, isFound } of files) {
    const read = readOpenSloYaml(text);
    documents.push(
      ...read.documents
        .filter(({ value }) => !isFound || isVersioned(value))
        .map(({ value }) => ({ value, file: name })),
    );
    // What merely lies in a folder may be a template of something else.
    if (!isFound || text.includes('openslo')) {
      faults.push(
        ...read.faults.map(
          ({ path, message, fix }) => `${name}: ${path}: ${message}. ${fix}`,
        ),
      );
    }
  }
  return { documents, faults };
}

function isVersioned(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { apiVersion?: unknown }).apiVersion === 'string'
  );
}

async function deliver(
  text: string,
  out: string | undefined,
  terminal: Terminal,
): Promise<void> {
  if (out === undefined) {
    terminal.write(text);
    return;
  }
  await writeFile(resolve(terminal.cwd, out), text).catch(error => {
    throw new UsageError(`${out} cannot be written: ${error.code ?? error}`);
  });
}
