/**
 * Says that something is not judged on this machine, for want of a program that
 * `npm test` does not bring. It is no skipped test: with `CI=true` a skipped one
 * is a failure, since all that the suites bring has to be there.
 */
export function leaveOut(options: { what: string; reason: string }): void {
  process.stdout.write(`Left out: ${options.what} (${options.reason})\n`);
}
