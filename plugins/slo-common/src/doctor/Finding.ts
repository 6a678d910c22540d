/**
 * How much a finding matters.
 *
 * - `error`: the objective is not measured, or the document is refused
 * - `warning`: it is measured, but a number or an alert will not say what
 *   people read into it
 * - `info`: nothing has to be done; or a question that could not be answered
 *
 * @public
 */
export type FindingSeverity = 'error' | 'warning' | 'info';

/**
 * What a finding is about.
 *
 * - `document`: it can be read, and keeps OpenSLO's rules
 * - `query`: the source understands the query; rates are taken before sums
 * - `source`: the source is there, and answers
 * - `series`: there are series behind the query
 * - `single-series`: the query answers one series
 * - `bucket`: the bucket that `le` names exists
 * - `duration`: minutes and months are told apart
 * - `volume`: there are enough units for the target
 * - `pairs`: every pair of burn rates, and every condition, can fire
 * - `retention`: the source remembers the whole window
 *
 * @public
 */
export const DOCTOR_CHECKS = [
  'document',
  'query',
  'source',
  'series',
  'single-series',
  'bucket',
  'duration',
  'volume',
  'pairs',
  'retention',
] as const;

/** @public */
export type DoctorCheck = (typeof DOCTOR_CHECKS)[number];

/** One thing that the doctor found, with its place and its mend. @public */
export interface Finding {
  severity: FindingSeverity;
  check: DoctorCheck;
  /** `SLO checkout-availability`, or `document 2` where it has no name. */
  document: string;
  /**
   * JSON path from the document's root, `spec.objectives[0].target`; or
   * `line 3, column 5` where the text is no YAML.
   */
  path: string;
  /** What is wrong. */
  message: string;
  /** What to do about it. */
  fix: string;
}

/** A finding whose document is known where it is put down. */
export type LocalFinding = Omit<Finding, 'document'>;

const ORDER: FindingSeverity[] = ['error', 'warning', 'info'];

/** Errors first; those of one severity stay in their order. @public */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return ORDER.flatMap(severity =>
    findings.filter(finding => finding.severity === severity),
  );
}
