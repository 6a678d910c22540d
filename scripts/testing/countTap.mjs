/**
 * Reads the totals at the end of what node's own test runner writes as TAP.
 *
 * @param {string} text
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
export function countTap(text) {
  const total = name =>
    Number(text.match(new RegExp(`^# ${name} (\\d+)$`, 'm'))?.[1] ?? 0);
  return {
    passed: total('pass'),
    failed: total('fail') + total('cancelled'),
    skipped: total('skipped') + total('todo'),
  };
}
