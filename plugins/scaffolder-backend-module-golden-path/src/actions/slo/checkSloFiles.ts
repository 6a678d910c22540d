import {
  atPlace,
  type Fault,
  type Finding,
  type ObjectiveDefinition,
  sortFindings,
} from '@plimsoll/plugin-slo-common';
import {
  checkDocuments,
  type CheckFile,
  readCheckFiles,
} from '@plimsoll/plugin-slo-common/doctor';
import {
  baseSeries,
  DEFAULT_RULE_SETTINGS,
  RefusedQueryError,
} from '@plimsoll/plugin-slo-common/rules';

/** What the doctor says of files, without asking a Prometheus. */
export interface CheckedSloFiles {
  /** Errors first. */
  findings: Finding[];
  /** How many OpenSLO documents there are. */
  documents: number;
  objectives: number;
}

/**
 * The part of the SLO plugin's doctor that needs no server: documents are
 * read, references resolved, and queries understood well enough to become
 * rules. A new service has no series yet.
 */
export function checkSloFiles(files: readonly CheckFile[]): CheckedSloFiles {
  const text = readCheckFiles(files);
  const { findings, objectiveCount } = checkDocuments({
    text,
    sourceFaults: ({ definition, place }) =>
      isPromql(definition)
        ? queryFaults(definition).map(fault => atPlace(fault, place))
        : [],
  });
  return {
    findings: sortFindings(findings),
    documents: text.documents.length,
    objectives: objectiveCount,
  };
}

function queryFaults(definition: ObjectiveDefinition): Fault[] {
  try {
    baseSeries(definition, DEFAULT_RULE_SETTINGS);
    return [];
  } catch (error) {
    if (error instanceof RefusedQueryError) {
      return [error.fault];
    }
    throw error;
  }
}

/** Other sources have words of their own, which are not read here. */
function isPromql({ indicator }: ObjectiveDefinition): boolean {
  const metrics =
    indicator.kind === 'ratio'
      ? [indicator.good, indicator.bad, indicator.total]
      : [indicator.kind === 'raw' ? indicator.raw : indicator.metric];
  return metrics.every(metric => !metric || 'query' in metric.spec);
}
