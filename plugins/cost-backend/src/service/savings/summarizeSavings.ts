import {
  formatAmount,
  parseAmount,
  type Saving,
  type ServiceCost,
} from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import { type SavingRow, selectSaving, toSaving } from './savingRow';

/** Refs per statement: below the parameter limits of both databases. */
const CHUNK = 500;

/** Summaries say nothing of what is beyond a service. */
const NO_TOTALS = { totals: false };

/** What services could save, of what nobody has opened a change for. */
export async function summarizeSavings(options: {
  client: Knex;
  entityRefs: readonly string[];
  currency: string;
}): Promise<ServiceCost['savings']> {
  const { client, entityRefs, currency } = options;
  const savings: Saving[] = [];
  for (let start = 0; start < entityRefs.length; start += CHUNK) {
    const rows: SavingRow[] = await client('cost_saving as s')
      .whereIn('s.entity_ref', entityRefs.slice(start, start + CHUNK))
      .where('s.currency', currency)
      .whereNull('s.applied_at')
      .orderBy(['s.position', 's.id'])
      .select(selectSaving(client, 's'));
    savings.push(...rows.map(row => toSaving(row, { view: NO_TOTALS })));
  }
  const open = savings.filter(({ guard }) => guard.state !== 'held-back');
  const amountOf = (saving: Saving) => parseAmount(saving.realisable);
  const [largest] = open
    .filter(saving => amountOf(saving) > 0n)
    .sort(
      (a, b) =>
        Number(amountOf(b) > amountOf(a)) - Number(amountOf(b) < amountOf(a)),
    );
  return {
    open: open.length,
    heldBack: savings.length - open.length,
    realisable: formatAmount(
      open.reduce((sum, saving) => sum + amountOf(saving), 0n),
    ),
    ...(largest && {
      largest: {
        id: largest.id,
        title: largest.title,
        subject: largest.subject,
        kind: largest.kind,
        realisable: largest.realisable,
        risk: largest.risk,
      },
    }),
  };
}
