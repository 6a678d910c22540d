import {
  type CheckReport,
  type Finding,
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

/** A check asks about so many objectives; further ones are told by name. */
const MAX_ASKED = 20;
/** More would help nobody, and a text of tiny documents could make thousands. */
const MAX_FINDINGS = 500;

/**
 * Checks documents by themselves, and then asks the sources of those
 * objectives that the caller may ask about.
 *
 * @param options.mayAsk - refs of services whose series the caller may see
 */
export async function checkWithSources(options: {
  text: CheckText;
  sources: ObjectiveSources;
  inspector: Inspector;
  resolveIndicator(place: {
    namespace: string;
    name: string;
  }): SliDocument | undefined;
  mayAsk(entityRefs: string[]): Promise<ReadonlySet<string>>;
  /** Unix seconds. */
  now: number;
}): Promise<CheckReport> {
  const { text, sources, inspector, resolveIndicator, now } = options;
  const { findings, objectives, objectiveCount } = checkDocuments({
    text,
    sourceFaults: place => sourceFaults({ ...place, sources }),
    resolveIndicator,
  });
  const visible = await options.mayAsk([
    ...new Set(objectives.map(({ definition }) => definition.entityRef)),
  ]);
  const isVisible = ({ definition }: CheckableObjective) =>
    visible.has(definition.entityRef);
  const asked = objectives.filter(isVisible).slice(0, MAX_ASKED);
  const answers = await Promise.all(
    asked.map(objective => ask(objective, inspector)),
  );
  const found = [
    ...findings,
    ...objectives.filter(one => !isVisible(one)).map(notVisible),
    ...answers.flatMap(answer => answer.findings),
    ...objectives.filter(isVisible).slice(MAX_ASKED).map(notAsked),
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
  inspector: Inspector,
): Promise<{ answered: boolean; findings: Finding[] }> {
  const answer = await inspector.inspect(objective.definition);
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

function notVisible(objective: CheckableObjective): Finding {
  const { entityRef } = objective.definition;
  return unasked(objective, {
    message: `was checked without its series: ${entityRef} is not in the catalog, or you may not see its objectives`,
    fix: 'Register the service first, or let its owners check the document',
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
          message: `has ${left} more findings, which are left out`,
          fix: 'Mend these first, and check again',
        },
      ]
    : findings;
}
