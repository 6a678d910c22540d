import {
  type Bucket,
  BUCKET_SECONDS,
  type LedgerRange,
  type LedgerSum,
} from '@plimsoll/plugin-slo-common';
import { type Cells, emptyCells, packCells, unpackCells } from './packedCells';

/** A row of `slo_ledger`. */
export interface LedgerPageRow {
  objective_id: number;
  /** Unix seconds. PostgreSQL hands 64-bit columns out as strings. */
  start: number | string;
  end: number | string;
  step: number;
  bad: number;
  total: number;
  covered_seconds: number | string;
  inconsistent: boolean | number;
  cells: Buffer;
}

/**
 * Consecutive cells of one objective, in memory: at most a day.
 *
 * A cell gives way to a reading that covers at least as many of its seconds.
 * So the newest, unfinished bucket is replaced by the finished one and never
 * the other way round, late samples settle, repeating a reading changes
 * nothing, and what was measured once is not lost when the source forgets it.
 */
export class LedgerPage {
  readonly objectiveId: number;
  /** Unix seconds of the first cell. */
  readonly start: number;
  /** Seconds of each cell. */
  readonly step: number;
  /** good > total was seen and clamped in one of the cells. */
  inconsistent: boolean;
  #cells: Cells;

  static empty(options: {
    objectiveId: number;
    start: number;
    step: number;
  }): LedgerPage {
    return new LedgerPage({
      ...options,
      inconsistent: false,
      cells: emptyCells(0),
    });
  }

  /** @param room - see `unpackCells`: the page holds until it is used again */
  static fromRow(row: LedgerPageRow, room?: Cells): LedgerPage {
    const start = Number(row.start);
    const length = (Number(row.end) - start) / row.step;
    return new LedgerPage({
      objectiveId: row.objective_id,
      start,
      step: row.step,
      inconsistent: Boolean(row.inconsistent),
      cells: unpackCells({ packed: row.cells, length, room }),
    });
  }

  private constructor(options: {
    objectiveId: number;
    start: number;
    step: number;
    inconsistent: boolean;
    cells: Cells;
  }) {
    this.objectiveId = options.objectiveId;
    this.start = options.start;
    this.step = options.step;
    this.inconsistent = options.inconsistent;
    this.#cells = options.cells;
  }

  /** Unix seconds, exclusive. */
  get end(): number {
    return this.start + this.#cells.bad.length * this.step;
  }

  /**
   * Takes over what a reading says of one cell, given by its start.
   *
   * @returns whether anything changed
   */
  put(cell: {
    start: number;
    bad: number;
    total: number;
    coveredSeconds: number;
  }): boolean {
    const index = (cell.start - this.start) / this.step;
    const covered = Math.min(cell.coveredSeconds, this.step);
    if (covered <= 0 || covered < (this.#cells.covered[index] ?? 0)) {
      return false;
    }
    this.#grow(index + 1);
    const { bad, total, covered: seconds } = this.#cells;
    if (
      seconds[index] === covered &&
      bad[index] === cell.bad &&
      total[index] === cell.total
    ) {
      return false;
    }
    bad[index] = cell.bad;
    total[index] = cell.total;
    seconds[index] = covered;
    return true;
  }

  /** The measured cells whose start lies in the range, in order. */
  buckets(range: LedgerRange): Bucket[] {
    const { bad, total, covered } = this.#cells;
    const buckets: Bucket[] = [];
    const [first, last] = this.#indexes(range);
    for (let index = first; index < last; index += 1) {
      if (covered[index] > 0) {
        buckets.push({
          start: this.start + index * this.step,
          seconds: this.step,
          bad: bad[index],
          total: total[index],
          coveredSeconds: covered[index],
        });
      }
    }
    return buckets;
  }

  /** Adds the cells whose start lies in the range of `sum` to it. */
  addTo(sum: LedgerSum): void {
    const { bad, total, covered } = this.#cells;
    const [first, last] = this.#indexes(sum);
    for (let index = first; index < last; index += 1) {
      sum.bad += bad[index];
      sum.total += total[index];
      sum.coveredSeconds += covered[index];
    }
  }

  /** The same measurements in cells of `step` seconds; sums are conserved. */
  fold(step: number): LedgerPage {
    const page = LedgerPage.empty({
      objectiveId: this.objectiveId,
      start: Math.floor(this.start / step) * step,
      step,
    });
    page.inconsistent = this.inconsistent;
    page.#grow(Math.ceil((this.end - page.start) / step));
    this.#cells.bad.forEach((bad, index) => {
      const start = this.start + index * this.step;
      const target = Math.floor((start - page.start) / step);
      page.#cells.bad[target] += bad;
      page.#cells.total[target] += this.#cells.total[index];
      page.#cells.covered[target] += this.#cells.covered[index];
    });
    return page;
  }

  /** The same measurements without the cells before an instant. */
  startingAt(start: number): LedgerPage {
    const [first] = this.#indexes({ from: start, to: start });
    return new LedgerPage({
      objectiveId: this.objectiveId,
      start: this.start + first * this.step,
      step: this.step,
      inconsistent: this.inconsistent,
      cells: {
        bad: this.#cells.bad.slice(first),
        total: this.#cells.total.slice(first),
        covered: this.#cells.covered.slice(first),
      },
    });
  }

  toRow() {
    const { bad, total, covered } = this.#cells;
    return {
      objective_id: this.objectiveId,
      start: this.start,
      end: this.end,
      step: this.step,
      bad: sumOf(bad),
      total: sumOf(total),
      covered_seconds: sumOf(covered),
      inconsistent: this.inconsistent,
      cells: packCells(this.#cells, {
        isPassing: this.step <= BUCKET_SECONDS,
      }),
    };
  }

  /** First cell that starts in a range, and the first one behind it. */
  #indexes({ from, to }: LedgerRange): [number, number] {
    const indexOf = (at: number) =>
      Math.min(
        this.#cells.bad.length,
        Math.max(0, Math.ceil((at - this.start) / this.step)),
      );
    return [indexOf(from), indexOf(to)];
  }

  #grow(length: number): void {
    if (length <= this.#cells.bad.length) {
      return;
    }
    const grown = emptyCells(length);
    grown.bad.set(this.#cells.bad);
    grown.total.set(this.#cells.total);
    grown.covered.set(this.#cells.covered);
    this.#cells = grown;
  }
}

function sumOf(values: Float64Array): number {
  // a callback would make an object of each number
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) {
    sum += values[index];
  }
  return sum;
}
