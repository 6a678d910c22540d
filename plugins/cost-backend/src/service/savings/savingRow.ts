import { formatAmount, type Saving } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import type { CostView } from '../../permissions/CostAccess';
import type { SavingTouch } from '../../savings/SavingTouch';

/** A saving as it is kept. */
export interface SavingRow {
  id: string;
  entity_ref: string;
  content: string;
  touches: string | null;
  applied_at: string | number | null;
  promised: string | null;
  got: string | null;
  got_until: string | null;
  measured: string | null;
}

/** Columns of {@link SavingRow}, under an alias of ours. */
export function selectSaving(client: Knex, table: string): Knex.Raw[] {
  return [
    ...[
      'id',
      'entity_ref',
      'content',
      'touches',
      'applied_at',
      'got_until',
      'measured',
    ].map(column => client.raw('??', [`${table}.${column}`])),
    ...['promised', 'got'].map(column =>
      client.raw('cast(?? as text) as ??', [`${table}.${column}`, column]),
    ),
  ];
}

/**
 * The saving, and what became of it. Where machines go for what several
 * services change together, what it would be without that limit is part of the
 * totals: the one by the other tells what the others could save.
 *
 * @param place - among those that the caller may see; for who sees all it is
 * the one that it is kept with
 */
export function toSaving(
  row: SavingRow,
  options: { view: Pick<CostView, 'totals'>; place?: number },
): Saving {
  const { view, place } = options;
  const { theoretical, ...kept }: Saving = JSON.parse(row.content);
  const saving: Saving = {
    ...kept,
    ...(place !== undefined && { order: place }),
    ...((view.totals || !sharesMachines(row, kept.kind)) && { theoretical }),
  };
  return row.applied_at === null
    ? saving
    : {
        ...saving,
        applied: {
          at: new Date(Number(row.applied_at)).toISOString(),
          promised: formatAmount(BigInt(row.promised ?? 0)),
          ...(row.got !== null && { got: formatAmount(BigInt(row.got)) }),
          ...(row.got_until !== null && { until: row.got_until }),
          ...(row.measured !== null && { measured: JSON.parse(row.measured) }),
        },
      };
}

/** Former versions did not note it: what only requests can share may be. */
function sharesMachines({ touches }: SavingRow, kind: Saving['kind']): boolean {
  const touched: Partial<SavingTouch> =
    touches === null ? { sharesMachines: true } : JSON.parse(touches);
  return touched.sharesMachines ?? kind === 'right-size';
}
