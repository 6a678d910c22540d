import type { LedgerRange, LedgerSum } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import { LedgerPage, type LedgerPageRow } from './LedgerPage';

/** Stretches of one objective that are to be summed. */
export interface SumRequest {
  objectiveId: number;
  ranges: LedgerRange[];
}

/** Sums of one objective, in the order of the ranges that were asked for. */
export interface SumResult {
  sums: LedgerSum[];
  /** good > total was seen within the hull of the ranges, to the page. */
  inconsistent: boolean;
}

interface SumRow extends Omit<LedgerPageRow, 'cells'> {
  /** Null where the page is added as a whole. */
  cells: Buffer | null;
}

/**
 * Sums stretches of many objectives in one indexed statement. A page that lies
 * within a stretch is added by its sums; only pages that a bound cuts are
 * unpacked. A cell belongs to the stretch that its start lies in.
 */
export async function ledgerSums(options: {
  client: Knex;
  requests: SumRequest[];
}): Promise<Map<number, SumResult>> {
  const { client, requests } = options;
  const results = new Map(
    requests.map(({ objectiveId, ranges }) => [
      objectiveId,
      {
        sums: ranges.map(range => ({ ...range, ...NOTHING })),
        inconsistent: false,
      },
    ]),
  );
  const ranges = requests.flatMap(request => request.ranges);
  if (ranges.length === 0) {
    return results;
  }
  const bounds = [...new Set(ranges.flatMap(({ from, to }) => [from, to]))];
  const rows = (await client('slo_ledger')
    .select(
      'objective_id',
      'start',
      'end',
      'step',
      'bad',
      'total',
      'covered_seconds',
      'inconsistent',
      cellsWhereCut(client, bounds),
    )
    .whereIn(
      'objective_id',
      requests.map(({ objectiveId }) => objectiveId),
    )
    .andWhere('start', '<', Math.max(...ranges.map(({ to }) => to)))
    .andWhere(
      'end',
      '>',
      Math.min(...ranges.map(({ from }) => from)),
    )) as SumRow[];
  for (const row of rows) {
    const result = results.get(row.objective_id);
    if (result) {
      addRow(result, row);
    }
  }
  return results;
}

const NOTHING = { bad: 0, total: 0, coveredSeconds: 0 };

/** The cells of pages that have cells on both sides of a bound. */
function cellsWhereCut(client: Knex, bounds: number[]): Knex.Raw {
  const cut = bounds.map(() => '(?? < ? and ?? - ?? >= ?)').join(' or ');
  return client.raw(
    `case when ${cut} then ?? end as ??`,
    bounds
      .flatMap(bound => ['start', bound, 'end', 'step', bound])
      .concat('cells', 'cells'),
  );
}

function addRow(result: SumResult, row: SumRow): void {
  const start = Number(row.start);
  const lastCell = Number(row.end) - row.step;
  let page: LedgerPage | undefined;
  for (const sum of result.sums) {
    if (start >= sum.to || lastCell < sum.from) {
      continue;
    }
    result.inconsistent ||= Boolean(row.inconsistent);
    if (start >= sum.from && lastCell < sum.to) {
      sum.bad += row.bad;
      sum.total += row.total;
      sum.coveredSeconds += Number(row.covered_seconds);
    } else if (row.cells) {
      page ??= LedgerPage.fromRow({ ...row, cells: row.cells });
      page.addTo(sum);
    }
  }
}
