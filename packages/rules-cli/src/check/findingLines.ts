import type { Finding, FindingSeverity } from '@plimsoll/plugin-slo-common';

const WIDTH = 'warning'.length;

/** A finding for a terminal: what and where, and below it the mend. */
export function findingLines(finding: Finding): string[] {
  const { severity, document, path, message, fix } = finding;
  return [
    `${severity.padEnd(WIDTH)}  ${document}  ${path}  ${message}`,
    `${' '.repeat(WIDTH)}  -> ${fix}`,
  ].map(plain);
}

/** What was checked, in one line. */
export function summaryLine(options: {
  findings: readonly Finding[];
  documents: number;
  objectives: number;
  isLive: boolean;
}): string {
  const { findings, documents, objectives, isLive } = options;
  const count = (severity: FindingSeverity) =>
    findings.filter(finding => finding.severity === severity).length;
  return [
    `${documents} documents, ${objectives} objectives:`,
    `${count('error')} errors, ${count('warning')} warnings, ${count(
      'info',
    )} notes`,
    isLive
      ? '(series were asked for)'
      : '(series were not asked for: add --prometheus URL)',
  ].join(' ');
}

/** What comes from documents must not steer a terminal or a log. */
function plain(line: string): string {
  // eslint-disable-next-line no-control-regex
  return line.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
}
