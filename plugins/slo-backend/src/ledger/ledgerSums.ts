import {
  BUCKET_SECONDS,
  type LedgerRange,
  type LedgerSum,
} from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import { briefPace } from '../database/briefPace';
import { whereIdIn } from '../database/whereIdIn';
import { LONGEST_PAGE_SECONDS, PAGE_SECONDS } from './applyReading';
import { LedgerPage, type LedgerPageRow } from './LedgerPage';
import { emptyCells } from './packedCells';

/** Stretches of one objective that are to be summed. */
export interface SumRequest {
  objectiveId: number;
  ranges: LedgerRange[];
}

/** A sum, and what was seen in the pages that it touches. */
export interface MarkedSum extends LedgerSum {
  /** good > total was seen and clamped. */
  inconsistent: boolean;
}

interface SumRow extends Omit<LedgerPageRow, 'cells'> {
  /** Null where the page is added as a whole. */
  cells: Buffer | null;
}

/** Beyond this, handing out all cells costs less than choosing them. */
const MAX_BOUNDS = 200;

/** Pages are looked at one after the other; the longest has such cells. */
const ROOM = emptyCells(LONGEST_PAGE_SECONDS / BUCKET_SECONDS);

const NOTHING = { bad: 0, total: 0, coveredSeconds: 0, inconsistent: false };

/**
 * Sums stretches of many objectives in one statement on the primary key. A page that lies
 * within a stretch is added by its sums; only pages that a bound cuts are
 * unpacked. A cell belongs to the stretch that its start lies in.
 */
export async function ledgerSums(options: {
  client: Knex;
  requests: SumRequest[];
}): Promise<Map<number, MarkedSum[]>> {
  const { client, requests } = options;
  const results = new Map<number, MarkedSum[]>(
    requests.map(request => [
      request.objectiveId,
      request.ranges.map(range => ({ ...range, ...NOTHING })),
    ]),
  );
  const pace = briefPace();
  for (const group of groupByLength(requests)) {
    for (const row of await readRows(client, group)) {
      addRow(results.get(row.objective_id) ?? [], row);
      await pace.rest();
    }
  }
  return results;
}

/**
 * Requests that look about equally far back, nearly always all of them, so
 * that one objective with a window of a year does not make the statement read
 * a year of all others.
 */
function groupByLength(requests: SumRequest[]): SumRequest[][] {
  const groups = new Map<number, SumRequest[]>();
  for (const request of requests.filter(({ ranges }) => ranges.length > 0)) {
    const { from, to } = hullOf(request.ranges);
    const doublings = Math.ceil(Math.log2((to - from) / PAGE_SECONDS + 1));
    const group = groups.get(doublings) ?? [];
    group.push(request);
    groups.set(doublings, group);
  }
  return [...groups.values()];
}

function hullOf(ranges: LedgerRange[]): LedgerRange {
  return {
    from: Math.min(...ranges.map(({ from }) => from)),
    to: Math.max(...ranges.map(({ to }) => to)),
  };
}

async function readRows(
  client: Knex,
  requests: SumRequest[],
): Promise<SumRow[]> {
  const ranges = requests.flatMap(request => request.ranges);
  const bounds = [...new Set(ranges.flatMap(range => [range.from, range.to]))];
  return client('slo_ledger')
    .select(
      'objective_id',
      'start',
      'end',
      'step',
      'bad',
      'total',
      'covered_seconds',
      'inconsistent',
      bounds.length > MAX_BOUNDS ? 'cells' : cellsWhereCut(client, bounds),
    )
    .modify(
      whereIdIn,
      'objective_id',
      requests.map(({ objectiveId }) => objectiveId),
    )
    .andWhere(rows => {
      for (const { from, to } of stretchesOf(ranges)) {
        rows.orWhere(row =>
          row
            .where('start', '>', from - LONGEST_PAGE_SECONDS)
            .andWhere('start', '<', to)
            .andWhere('end', '>', from),
        );
      }
    });
}

/** Ranges that overlap, or that hardly a page lies between, are one stretch. */
function stretchesOf(ranges: LedgerRange[]): LedgerRange[] {
  const stretches: LedgerRange[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = stretches.at(-1);
    if (last && from <= last.to + PAGE_SECONDS) {
      last.to = Math.max(last.to, to);
    } else {
      stretches.push({ from, to });
    }
  }
  return stretches;
}

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

function addRow(sums: MarkedSum[], row: SumRow): void {
  const start = Number(row.start);
  const lastCell = Number(row.end) - row.step;
  let page: LedgerPage | undefined;
  for (const sum of sums) {
    if (start >= sum.to || lastCell < sum.from) {
      continue;
    }
    sum.inconsistent ||= Boolean(row.inconsistent);
    if (start >= sum.from && lastCell < sum.to) {
      sum.bad += row.bad;
      sum.total += row.total;
      sum.coveredSeconds += Number(row.covered_seconds);
    } else if (row.cells) {
      page ??= LedgerPage.fromRow({ ...row, cells: row.cells }, ROOM);
      page.addTo(sum);
    }
  }
}
