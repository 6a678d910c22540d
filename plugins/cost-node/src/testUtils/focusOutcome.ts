import type { BillLine } from '@plimsoll/plugin-cost-common';
import type { BillReading } from '../BillSource';

/**
 * What a source made of a {@link FocusCase}, in its words.
 *
 * @public
 */
export function focusOutcome(read: {
  lines: readonly BillLine[];
  reading: BillReading;
}): { lines: string[]; faults: Record<string, number> } {
  const lines = read.lines.map(({ key, day, kind, currency, amounts }) =>
    [
      day,
      kind,
      currency,
      key.resourceId ?? '-',
      key.tags.service === '' ? '""' : key.tags.service ?? '-',
      amounts.billed,
      amounts.effective,
    ].join(' '),
  );
  return {
    lines: lines.sort(),
    faults: Object.fromEntries(
      read.reading.faults.map(({ rule, count }) => [rule, count]),
    ),
  };
}
