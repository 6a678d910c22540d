import type { Finding } from '@plimsoll/plugin-slo-common';

/** A finding in one line: where, what, and the mend. */
export function findingText(
  finding: Pick<Finding, 'document' | 'path' | 'message' | 'fix'>,
): string {
  const { document, path, message, fix } = finding;
  // what comes from documents must not steer a log
  return `${document}: ${path}: ${message}. ${fix}`.replace(
    // eslint-disable-next-line no-control-regex
    /[\u0000-\u001f\u007f-\u009f]+/g,
    ' ',
  );
}
