import type { Fault } from '@plimsoll/plugin-slo-common';

/** A fault in one line: where, what, and how to mend it. */
export function faultLine({ path, message, severity }: Fault): string {
  return severity ? `${severity}: ${path} ${message}` : `${path} ${message}`;
}
