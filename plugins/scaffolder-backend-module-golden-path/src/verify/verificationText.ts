import type { Verification } from './verifyWorkspace';
import type { VerifyFinding } from './VerifyFinding';

/** A finding in one line: where and what. */
export function verifyFindingText({
  file,
  line,
  message,
}: VerifyFinding): string {
  // what comes from files must not steer a log
  return `${file}${line === undefined ? '' : `:${line}`}: ${message}`.replace(
    // eslint-disable-next-line no-control-regex
    /[\u0000-\u001f\u007f-\u009f]+/g,
    ' ',
  );
}

/** What was checked and what was not, as Markdown for the result's page. */
export function verificationText({
  checked,
  notChecked,
  findings,
}: Verification): string {
  return [
    ...checked.map(
      ({ title, files }) =>
        `- ${title} (${files} ${files === 1 ? 'file' : 'files'})`,
    ),
    ...(findings.length
      ? [
          '',
          '**To look at**',
          '',
          ...findings.map(finding => `- ${verifyFindingText(finding)}`),
        ]
      : []),
    ...(notChecked.length
      ? [
          '',
          '**Not checked here**',
          '',
          ...notChecked.map(({ what, why }) => `- ${what}: ${why}`),
        ]
      : []),
    '',
  ].join('\n');
}
