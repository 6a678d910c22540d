import { type LedgerRange, remainingRanges } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import {
  ledgerSums,
  type MarkedSum,
  type SumRequest,
} from '../ledger/ledgerSums';

/** Stretches of one objective that are to be summed without excluded time. */
export interface CorrectedSumRequest extends SumRequest {
  /** In order, without overlap, on whole quarter hours; absent: nothing. */
  excluded?: readonly LedgerRange[];
}

/**
 * Sums stretches of many objectives in one statement, without what corrections
 * exclude: of each stretch the parts that are left are summed. The ledger is
 * not touched, and objectives without corrections are summed as they are.
 */
export async function correctedSums(options: {
  client: Knex;
  requests: CorrectedSumRequest[];
}): Promise<Map<number, MarkedSum[]>> {
  const { client, requests } = options;
  const cut = requests.map(({ objectiveId, ranges, excluded = [] }) =>
    excluded.length === 0
      ? { objectiveId, ranges }
      : {
          objectiveId,
          ranges,
          parts: ranges.map(range => remainingRanges({ excluded, ...range })),
        },
  );
  const sums = await ledgerSums({
    client,
    requests: cut.map(({ objectiveId, ranges, parts }) => ({
      objectiveId,
      ranges: parts ? parts.flat() : ranges,
    })),
  });
  for (const { objectiveId, ranges, parts } of cut) {
    if (parts) {
      const found = sums.get(objectiveId) ?? [];
      let next = 0;
      sums.set(
        objectiveId,
        ranges.map((range, index) => {
          const start = next;
          next += parts[index].length;
          return joined(range, found.slice(start, next));
        }),
      );
    }
  }
  return sums;
}

function joined(range: LedgerRange, parts: MarkedSum[]): MarkedSum {
  const sum = {
    ...range,
    bad: 0,
    total: 0,
    coveredSeconds: 0,
    inconsistent: false,
  };
  for (const part of parts) {
    sum.bad += part.bad;
    sum.total += part.total;
    sum.coveredSeconds += part.coveredSeconds;
    sum.inconsistent ||= part.inconsistent;
  }
  return sum;
}
