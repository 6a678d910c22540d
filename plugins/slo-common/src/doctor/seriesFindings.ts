import { bucketFinding } from './bucketFinding';
import type { LocalFinding } from './Finding';
import type { InspectedQuery, InspectedSelector } from './ObjectiveInspection';

/**
 * Whether there are series behind a query, and one series comes out of it.
 *
 * Bad events may be absent until the first one happens, so their absence is no
 * fault as long as the metric exists.
 */
export function seriesFindings(query: InspectedQuery): LocalFinding[] {
  const findings = query.selectors.flatMap(selector => {
    const bucket =
      selector.bucket &&
      bucketFinding({
        bucket: selector.bucket,
        found: selector.series > 0,
        path: query.path,
      });
    if (bucket) {
      return [bucket];
    }
    return selector.series === 0 ? [missing(query, selector)] : [];
  });
  const { answers, differingLabels = [] } = query;
  if (answers !== undefined && answers > 1) {
    findings.push({
      severity: 'error',
      check: 'single-series',
      path: query.path,
      message: `answers ${answers} series, which differ by ${
        differingLabels.join(', ') || 'their labels'
      }; an objective is one number`,
      fix: 'Write sum(...) around it, or fix these labels by matchers',
    });
  }
  if (answers === 0 && findings.length === 0 && query.role !== 'bad') {
    findings.push({
      severity: 'warning',
      check: 'series',
      path: query.path,
      message: 'answers nothing now, although its series exist',
      fix: 'Wait for two samples if the series are new; otherwise compare the labels on both sides of its operators',
    });
  }
  return findings;
}

function missing(
  { role, path }: InspectedQuery,
  selector: InspectedSelector,
): LocalFinding {
  const { text, metric, metricExists, emptyMatchers = [] } = selector;
  const finding = { check: 'series', path } as const;
  if (metricExists === false) {
    return {
      ...finding,
      severity: 'error',
      message: `asks for ${text}, and the source has no series called ${metric}`,
      fix: 'Check the name on the /metrics page of the service, and that the service is scraped',
    };
  }
  if (role === 'bad') {
    return {
      ...finding,
      severity: 'info',
      message: `finds no series for ${text}: there was no bad event yet, which counts as none`,
      fix: 'Initialise the error counter with 0, so that its first event is seen',
    };
  }
  const matchers = emptyMatchers.join(' and ');
  return {
    ...finding,
    severity: 'error',
    message: matchers
      ? `finds no series for ${text}: ${metric} exists, but nothing has ${matchers}`
      : `finds no series for ${text}: ${metric} exists, but not with all these matchers at once`,
    fix: 'Compare the matchers with the labels on the /metrics page of the service',
  };
}
