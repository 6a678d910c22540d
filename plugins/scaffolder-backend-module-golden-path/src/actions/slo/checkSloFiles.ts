import { ConfigReader } from '@backstage/config';
import { createPrometheusSourceFactory } from '@plimsoll/plugin-slo-backend/prometheus';
import {
  atPlace,
  type Finding,
  type ObjectiveDefinition,
  sortFindings,
} from '@plimsoll/plugin-slo-common';
import {
  checkDocuments,
  type CheckFile,
  readCheckFiles,
} from '@plimsoll/plugin-slo-common/doctor';

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
 * read, references resolved, queries understood as the portal will read them.
 * A new service has no series yet.
 */
export function checkSloFiles(files: readonly CheckFile[]): CheckedSloFiles {
  const source = createPrometheusSourceFactory().create({
    name: 'prometheus',
    // never asked: queries are read, and nothing is fetched
    config: new ConfigReader({
      type: 'prometheus',
      baseUrl: 'http://localhost',
    }),
  });
  const text = readCheckFiles(files);
  const { findings, objectiveCount } = checkDocuments({
    text,
    sourceFaults: ({ definition, place }) =>
      isPromql(definition)
        ? source.validate(definition).map(fault => atPlace(fault, place))
        : [],
  });
  return {
    findings: sortFindings(findings),
    documents: text.documents.length,
    objectives: objectiveCount,
  };
}

/** Other sources have words of their own, which are not read here. */
function isPromql({ indicator }: ObjectiveDefinition): boolean {
  const metrics =
    indicator.kind === 'ratio'
      ? [indicator.good, indicator.bad, indicator.total]
      : [indicator.kind === 'raw' ? indicator.raw : indicator.metric];
  return metrics.every(metric => !metric || 'query' in metric.spec);
}
