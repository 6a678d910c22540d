import {
  type CheckReport,
  type Finding,
  type ObjectiveDefinition,
  type SliDocument,
  sortFindings,
} from '@plimsoll/plugin-slo-common';
import {
  checkDocuments,
  type CheckableObjective,
  checkInspection,
  type CheckText,
} from '@plimsoll/plugin-slo-common/doctor';
import type { ObjectiveSources } from '../objectives/ObjectiveSources';
import { sourceFaults } from '../objectives/sourceFaults';
import type { Inspector } from './Inspector';
import type { AskRefusal } from './refusedToAsk';

/** A check asks about so many objectives; further ones are told by name. */
const MAX_ASKED = 20;
/** Of a whole check; gateways give up after 30 s, some sooner. */
const DEADLINE_MS = 25_000;
/** More would help nobody, and a text of tiny documents could make thousands. */
const MAX_FINDINGS = 500;

/**
 * Checks documents by themselves, and then asks the sources of those
 * objectives that the caller may ask about. It has an end: what was not
 * answered by then is told as not asked.
 *
 * @param options.refusalOf - why the caller may not ask about an objective
 * @param options.signal - when nobody waits for the report any more
 */
export async function checkWithSources(options: {
  text: CheckText;
  sources: ObjectiveSources;
  inspector: Inspector;
  resolveIndicator(place: {
    namespace: string;
    name: string;
  }): SliDocument | undefined;
  refusalOf(
    definitions: readonly ObjectiveDefinition[],
  ): Promise<(definition: ObjectiveDefinition) => AskRefusal | undefined>;
  /** Unix seconds. */
  now: number;
  signal?: AbortSignal;
}): Promise<CheckReport> {
  const { text, sources, inspector, resolveIndicator, now } = options;
  const { findings, objectives, objectiveCount } = checkDocuments({
    text,
    sourceFaults: place => sourceFaults({ ...place, sources }),
    resolveIndicator,
  });
  const refusalOf = await options.refusalOf(
    objectives.map(({ definition }) => definition),
  );
  const refused: Finding[] = [];
  const askable: CheckableObjective[] = [];
  for (const objective of objectives) {
    const refusal = refusalOf(objective.definition);
    if (refusal) {
      refused.push(refusedFinding(objective, refusal));
    } else {
      askable.push(objective);
    }
  }
  const { signal } = options;
  const end = AbortSignal.any([
    AbortSignal.timeout(DEADLINE_MS),
    ...(signal ? [signal] : []),
  ]);
  const answers = await Promise.all(
    askable
      .slice(0, MAX_ASKED)
      .map(objective => ask(objective, { inspector, signal: end })),
  );
  const found = [
    ...findings,
    ...refused,
    ...answers.flatMap(answer => answer.findings),
    ...askable.slice(MAX_ASKED).map(notAsked),
  ];
  return {
    findings: atMost(sortFindings(unique(found))),
    documents: text.documents.length,
    objectives: objectiveCount,
    asked: answers.filter(({ answered }) => answered).length,
    hasSources: sources.names.length > 0,
    checkedAt: new Date(now * 1_000).toISOString(),
  };
}

async function ask(
  objective: CheckableObjective,
  { inspector, signal }: { inspector: Inspector; signal: AbortSignal },
): Promise<{ answered: boolean; findings: Finding[] }> {
  const answer = await inspector.inspect(objective.definition, signal);
  return answer.inspection
    ? { answered: true, findings: checkInspection({ objective, ...answer }) }
    : {
        answered: false,
        findings: [
          unasked(objective, {
            message: `was checked without its series: ${answer.reason}`,
            fix: answer.fix,
          }),
        ],
      };
}

function refusedFinding(
  objective: CheckableObjective,
  refusal: AskRefusal,
): Finding {
  const { entityRef } = objective.definition;
  return refusal === 'service'
    ? unasked(objective, {
        message: `was checked without its series: ${entityRef} is not in the catalog, or you may not see its objectives`,
        fix: 'Register the service first, or let its owners check the document',
      })
    : unasked(objective, {
        message: `was checked without its series: not all of its queries stand in a document of ${entityRef} in the catalog, and you may not see the objectives of all services`,
        fix: 'Register the document and look at its checks there, or let somebody check it who may see all objectives',
      });
}

function notAsked(objective: CheckableObjective): Finding {
  return unasked(objective, {
    message: `was checked without its series: a check asks about ${MAX_ASKED} objectives at most`,
    fix: 'Check this document alone',
  });
}

function unasked(
  { document, place }: CheckableObjective,
  said: Pick<Finding, 'message' | 'fix'>,
): Finding {
  return {
    severity: 'info',
    check: 'source',
    document,
    path: place.path,
    ...said,
  };
}

function unique(findings: Finding[]): Finding[] {
  return [
    ...new Map(
      findings.map(finding => [JSON.stringify(finding), finding]),
    ).values(),
  ];
}

function atMost(findings: Finding[]): Finding[] {
  const left = findings.length - MAX_FINDINGS;
  return left > 0
    ? [
        ...findings.slice(0, MAX_FINDINGS),
        {
          severity: 'info',
          check: 'document',
          document: 'the text',
          path: '$',
          message: `has at least ${left} more findings, which are left out`,
          fix: 'Mend these first, and check again',
        },
      ]
    : findings;
}
