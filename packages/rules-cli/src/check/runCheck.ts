import { isError } from '@backstage/errors';
import {
  atPlace,
  type Finding,
  type ObjectiveDefinition,
  sortFindings,
} from '@plimsoll/plugin-slo-common';
import {
  checkDocuments,
  type CheckableObjective,
  type CheckFile,
  checkInspection,
  readCheckFiles,
} from '@plimsoll/plugin-slo-common/doctor';
import type { Matchers } from '../arguments/readMatchers';
import { EXIT_CODES, type ExitCode } from '../ExitCode';
import { UsageError } from '../UsageError';
import { type MetricsReader, sourceOfServer } from './sourceOfServer';
import { findingLines, summaryLine } from './findingLines';

/** Holds a bearer token, since one on a command line could be read by others. */
export const TOKEN_VARIABLE = 'PLIMSOLL_PROMETHEUS_TOKEN';

/**
 * Checks files of OpenSLO documents and writes down what it finds.
 *
 * @param options.prometheus - address of a server that is asked whether the
 * series are there; without it documents and queries alone are checked
 * @param options.matchers - every question carries them
 * @returns faults where a document will not be measured
 * @throws UsageError when the address cannot be used, or no document is there
 */
export async function runCheck(options: {
  files: readonly CheckFile[];
  prometheus?: string;
  matchers?: Matchers;
  write(line: string): void;
}): Promise<ExitCode> {
  const { files, prometheus, matchers, write } = options;
  const source = readerOf(prometheus, matchers);
  const text = readCheckFiles(files);
  const { findings, objectives, objectiveCount } = checkDocuments({
    text,
    sourceFaults: ({ definition, place }) =>
      isPromql(definition)
        ? source.validate(definition).map(fault => atPlace(fault, place))
        : [],
  });
  if (files.length > 0 && !text.documents.length && !findings.length) {
    throw new UsageError('There is no OpenSLO document in what was given');
  }
  const asked: Finding[] = [];
  for (const objective of objectives) {
    asked.push(
      ...(isPromql(objective.definition)
        ? await ask(source, objective, prometheus)
        : [notPromql(objective)]),
    );
  }
  const all = sortFindings([...findings, ...asked]);
  all.flatMap(findingLines).forEach(write);
  write(
    summaryLine({
      findings: all,
      documents: text.documents.length,
      objectives: objectiveCount,
      isLive: prometheus !== undefined,
    }),
  );
  return all.some(({ severity }) => severity === 'error')
    ? EXIT_CODES.faults
    : EXIT_CODES.done;
}

function readerOf(
  prometheus: string | undefined,
  matchers: Matchers | undefined,
): MetricsReader {
  try {
    return sourceOfServer({
      prometheus,
      token: process.env[TOKEN_VARIABLE],
      matchers,
    });
  } catch (error) {
    throw new UsageError(
      `--prometheus ${prometheus} cannot be used: ${
        isError(error) ? error.message : 'no address'
      }`,
    );
  }
}

/** A server that is away is a finding: the rest was checked. */
async function ask(
  source: MetricsReader,
  objective: CheckableObjective,
  prometheus: string | undefined,
): Promise<Finding[]> {
  if (prometheus === undefined || !source.inspect) {
    return [];
  }
  const at = Math.floor(Date.now() / 1_000);
  try {
    const inspection = await source.inspect({
      objective: objective.definition,
      at,
    });
    return checkInspection({ objective, inspection, at });
  } catch (error) {
    return [
      {
        severity: 'error',
        check: 'source',
        document: objective.document,
        path: objective.place.path,
        message: `Prometheus could not be asked: ${
          isError(error) ? error.message : 'it did not answer'
        }`,
        fix: 'Check the address and the token, or leave --prometheus out',
      },
    ];
  }
}

/** Whatever its source is called, a query is read as PromQL. */
function isPromql({ indicator }: ObjectiveDefinition): boolean {
  const metrics =
    indicator.kind === 'ratio'
      ? [indicator.good, indicator.bad, indicator.total]
      : [indicator.kind === 'raw' ? indicator.raw : indicator.metric];
  return metrics.every(metric => !metric || 'query' in metric.spec);
}

function notPromql(objective: CheckableObjective): Finding {
  return {
    severity: 'info',
    check: 'query',
    document: objective.document,
    path: objective.place.path,
    message: `is measured by '${objective.definition.source}', whose words are not PromQL and are not read here`,
    fix: 'Check it in the portal, where that source is installed',
  };
}
