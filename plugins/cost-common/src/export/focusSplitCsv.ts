import type {
  AllocatedCost,
  AllocationBasis,
} from '../allocation/AllocatedCost';
import { finishTurns } from '../turns/finishTurns';
import type { Turns } from '../turns/Turns';
import { csvLine } from './csvLine';
import { FOCUS_COLUMNS } from './focusColumns';

/** Parts that are added up in one step. */
const PARTS = 500;

/**
 * Our split of a bill as FOCUS 1.3 rows, line by line, the head first: a bill
 * that any reader of FOCUS can load, a part to a row. The service stands in
 * `x_EntityRef` and in the tags. Quantities and prices are those of charges and
 * not of their parts: their columns are empty. A shared charge has the `Allocated` columns
 * too, with the ratio of what was shared as `AllocatedRatio`; they are empty
 * for a charge that names its service, as the specification wants. Sums of any of
 * the four costs are those of the bill.
 *
 * @public
 */
export function* focusSplitCsv(options: {
  /** All parts that were split together must be there; any order. */
  costs: readonly AllocatedCost[];
  /** Titles by entity ref. */
  titles?: ReadonlyMap<string, string>;
  /** Of these parts, where they were added up in short steps before. */
  wholes?: ReadonlyMap<string, bigint>;
}): Generator<string> {
  const { costs, titles, wholes = finishTurns(splitWholes(costs)) } = options;
  yield csvLine(FOCUS_COLUMNS.map(([name]) => name));
  for (const cost of costs) {
    const key = splitKey(cost);
    const whole = key === undefined ? 0n : wholes.get(key) ?? 0n;
    const part = {
      cost,
      title: cost.entityRef && titles?.get(cost.entityRef),
      ...(cost.basis &&
        key !== undefined && {
          method: {
            id: methodId(cost.basis),
            details: JSON.stringify({
              Elements: [
                {
                  AllocatedRatio:
                    whole === 0n ? 0 : Number(sizeOf(cost)) / Number(whole),
                },
              ],
            }),
          },
        }),
    };
    yield csvLine(FOCUS_COLUMNS.map(([, value]) => value(part)));
  }
}

/**
 * What was shared, by all that keeps it apart: the wholes of which
 * {@link focusSplitCsv} tells the ratios.
 *
 * @public
 */
export function* splitWholes(
  costs: readonly AllocatedCost[],
): Turns<Map<string, bigint>> {
  const sums = new Map<string, bigint>();
  for (const [index, cost] of costs.entries()) {
    const key = splitKey(cost);
    if (key !== undefined) {
      sums.set(key, (sums.get(key) ?? 0n) + sizeOf(cost));
    }
    if (index % PARTS === 0) {
      yield;
    }
  }
  return sums;
}

/** The cost that ratios are made of: the first that is not nothing. */
function sizeOf({ amounts }: AllocatedCost): bigint {
  return amounts.effective === 0n ? amounts.billed : amounts.effective;
}

function splitKey(cost: AllocatedCost): string | undefined {
  const { basis, billingMonth, day, category, kind, currency, charge } = cost;
  return !basis || basis.by === 'direct' || basis.by === 'rule'
    ? undefined
    : JSON.stringify([
        methodId(basis),
        billingMonth,
        day,
        category,
        kind,
        currency,
        charge,
      ]);
}

function methodId(basis: AllocationBasis): string {
  return Object.values(basis).join(':');
}
