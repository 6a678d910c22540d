import { InputError } from '@backstage/errors';
import { Pace } from '@plimsoll/plugin-database';
import { openSloYamlSteps } from '@plimsoll/plugin-slo-common/doctor';
import {
  type GeneratedRules,
  objectivesOfDocuments,
  type RuleCollector,
  type RuleDocument,
} from '@plimsoll/plugin-slo-common/rules';

/** One objective may cost milliseconds, since its queries may be long. */
const MAX_OBJECTIVES = 500;
const MAX_FAULTS_TOLD = 20;

/**
 * Makes rules of a text of documents; all of it, or nothing.
 *
 * @param text - YAML or JSON
 * @throws InputError with the places of what has to be mended
 */
export async function collectText(
  text: string,
  collector: RuleCollector,
): Promise<GeneratedRules> {
  const pace = Pace.create();
  const read = await pace.run(openSloYamlSteps(text));
  const count = read.documents.reduce(
    (sum, document) => sum + objectivesIn(document),
    0,
  );
  if (count > MAX_OBJECTIVES) {
    throw new InputError(
      `The text has ${count} objectives; at most ${MAX_OBJECTIVES} are read at once. Send it in parts, with part=objectives, or use plimsoll-rules`,
    );
  }
  const { objectives, faults } = objectivesOfDocuments(read.documents);
  refuse([
    ...read.faults.map(
      ({ path, message, fix }) => `${path}: ${message}; ${fix}`,
    ),
    ...faults.map(
      ({ document, path, message }) => `${document}: ${path} ${message}`,
    ),
  ]);
  for (const objective of objectives) {
    await pace.rest();
    collector.add(objective);
  }
  const rules = collector.result();
  refuse(
    rules.notices.flatMap(({ about, subject, path, message }) =>
      about === 'objective' ? [`${subject}: ${path} ${message}`] : [],
    ),
  );
  return rules;
}

function objectivesIn({ value }: RuleDocument): number {
  const { spec } = (value ?? {}) as {
    spec?: { objectives?: unknown } | null;
  };
  return Array.isArray(spec?.objectives) ? spec.objectives.length : 0;
}

function refuse(faults: string[]): void {
  if (faults.length) {
    const rest = faults.length - MAX_FAULTS_TOLD;
    throw new InputError(
      [
        ...faults.slice(0, MAX_FAULTS_TOLD),
        ...(rest > 0 ? [`and ${rest} more`] : []),
      ].join('\n'),
    );
  }
}
