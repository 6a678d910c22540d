import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import type { Indicator } from '../objective/Indicator';
import type {
  Fault,
  ObjectiveDefinition,
} from '../objective/ObjectiveDefinition';
import {
  objectiveDefinitions,
  type ResolvedObjective,
} from '../openslo/objectiveDefinitions';
import { indicatorPlace, type IndicatorPlace } from '../openslo/IndicatorPlace';
import type { OpenSloDocument } from '../openslo/OpenSloDocument';
import type { SliDocument } from '../openslo/SliDocument';
import type { SloDocument } from '../openslo/SloDocument';
import { conditionFindings } from './conditionFindings';
import { durationFindings } from './durationFindings';
import type { Finding, LocalFinding } from './Finding';
import { FindingList } from './FindingList';
import type { ObjectivePaths } from './inspectionFindings';
import { pairFindings } from './pairFindings';
import {
  type CheckedDocument,
  type CheckText,
  findingOf,
} from './readCheckText';
import { volumeFindings } from './volumeFindings';

/** @public */
export interface CheckDocumentsOptions {
  text: CheckText;
  /**
   * What the source of a definition says of it, at the document's places.
   * Absent: queries are not read.
   */
  sourceFaults?(options: {
    definition: ObjectiveDefinition;
    place: IndicatorPlace;
  }): Fault[];
  /** The SLI of that name beside the text, in the catalog for instance. */
  resolveIndicator?(options: {
    namespace: string;
    name: string;
  }): SliDocument | undefined;
}

/** An objective without an error, which a source may be asked about. @public */
export interface CheckableObjective {
  /** Label of its document. */
  document: string;
  definition: ObjectiveDefinition;
  /** Where the document speaks of its indicator. */
  place: IndicatorPlace;
  paths: ObjectivePaths;
}

/** What the documents tell by themselves. @public */
export interface CheckedDocuments {
  findings: Finding[];
  objectives: CheckableObjective[];
  /** Objectives of all SLOs, also those with errors. */
  objectiveCount: number;
}

/**
 * Everything that can be said of documents without asking a source: they are
 * read, their references resolved, their queries understood, and durations,
 * targets and alerts make sense. Pure; nothing that is passed in makes it
 * throw.
 *
 * @public
 */
export function checkDocuments(
  options: CheckDocumentsOptions,
): CheckedDocuments {
  const { text } = options;
  const found = FindingList.create();
  found.add(...text.findings);
  const result: Omit<CheckedDocuments, 'findings'> = {
    objectives: [],
    objectiveCount: 0,
  };
  for (const { label, document } of text.documents) {
    if (document.kind === 'SLO') {
      const put = (finding: LocalFinding) =>
        found.add({ document: label, ...finding });
      durationFindings(document).forEach(put);
      conditionFindings(document, alertsOf(text, document)).forEach(put);
      const resolved = resolve(document, options);
      result.objectiveCount += resolved.length;
      resolved.forEach((objective, index) => {
        const checkable = checkObjective({
          label,
          document,
          objective,
          index,
          options,
          found,
        });
        result.objectives.push(...(checkable ? [checkable] : []));
      });
    }
  }
  return { ...result, findings: found.toArray() };
}

/** @returns the objective, if a source may be asked about it */
function checkObjective(options: {
  label: string;
  document: SloDocument;
  objective: ResolvedObjective;
  index: number;
  options: CheckDocumentsOptions;
  found: FindingList;
}): CheckableObjective | undefined {
  const { label, document, objective, index, found } = options;
  const { definition, faults, notices, known } = objective;
  const place = indicatorPlace(document, index);
  const paths = pathsOf(document, index);
  found.add(
    ...faults.map(fault => findingOf(fault, label, 'error')),
    ...notices.map(fault => findingOf(fault, label, 'warning')),
    ...[
      ...(hasAlerts(known.indicator)
        ? pairFindings({ definition: known, path: paths.target })
        : []),
      ...volumeFindings({ definition: known, path: paths.target }),
    ].map(finding => ({ document: label, ...finding })),
  );
  if (!definition) {
    return undefined;
  }
  const refused = options.options.sourceFaults?.({ definition, place }) ?? [];
  found.add(
    ...refused.map(fault => ({
      ...findingOf(fault, label, 'error'),
      check: fault.path.endsWith('metricSourceRef')
        ? ('source' as const)
        : ('query' as const),
    })),
  );
  return refused.length === 0
    ? { document: label, definition, place, paths }
    : undefined;
}

/** Alerts are made of queries; what another plugin's facts tell has none. */
function hasAlerts(indicator: Indicator | undefined): boolean {
  if (!indicator) {
    return false;
  }
  switch (indicator.kind) {
    case 'ratio':
      return 'query' in indicator.total.spec;
    case 'raw':
      return 'query' in indicator.raw.spec;
    default:
      return 'query' in indicator.metric.spec;
  }
}

function pathsOf(document: SloDocument, index: number): ObjectivePaths {
  const isPercent = document.spec.objectives[index].targetPercent !== undefined;
  return {
    target: `spec.objectives[${index}].${
      isPercent ? 'targetPercent' : 'target'
    }`,
    window: 'spec.timeWindow[0].duration',
  };
}

function resolve(
  document: SloDocument,
  { text, resolveIndicator }: CheckDocumentsOptions,
): ResolvedObjective[] {
  const { namespace = DEFAULT_NAMESPACE, name } = document.metadata;
  return objectiveDefinitions({
    document,
    entity: { kind: 'SLO', namespace, name },
    resolveIndicator: sli =>
      find(text.documents, 'SLI', namespace, sli) ??
      resolveIndicator?.({ namespace, name: sli }),
  });
}

function alertsOf(text: CheckText, { metadata }: SloDocument) {
  const { namespace = DEFAULT_NAMESPACE } = metadata;
  return {
    resolveAlertPolicy: (name: string) =>
      find(text.documents, 'AlertPolicy', namespace, name),
    resolveAlertCondition: (name: string) =>
      find(text.documents, 'AlertCondition', namespace, name),
  };
}

function find<TKind extends OpenSloDocument['kind']>(
  documents: CheckedDocument[],
  kind: TKind,
  namespace: string,
  name: string,
): Extract<OpenSloDocument, { kind: TKind }> | undefined {
  return documents
    .map(({ document }) => document)
    .find(
      (document): document is Extract<OpenSloDocument, { kind: TKind }> =>
        document.kind === kind &&
        document.metadata.name === name &&
        (document.metadata.namespace ?? DEFAULT_NAMESPACE) === namespace,
    );
}
