import {
  bestCommitment,
  guardSaving,
  type SavingDraft,
} from '@plimsoll/plugin-cost-common';
import type { DraftContext } from './DraftContext';

/** The commitment that saves most, for the machines of each account. */
export function commitmentDrafts(options: {
  context: DraftContext;
}): SavingDraft[] {
  const { facts, settings } = options.context;
  const { commitmentDiscount: discount, termMonths } = settings;
  return facts.onDemand.flatMap(spend => {
    const best = bestCommitment({ hourly: spend.hourly, discount, termMonths });
    if (!best) {
      return [];
    }
    const { id, entityRef, machines, hourly, subAccount } = spend;
    const percent = (ratio: number) => `${Math.round(100 * ratio)}%`;
    const years = termMonths === 12 ? 'One-year' : 'Three-year';
    return [
      {
        id,
        ...(entityRef && { entityRef }),
        kind: 'commitment' as const,
        title: `${years} commitment for ${machines} ${
          machines === 1 ? 'machine' : 'machines'
        }`,
        subject: { type: 'machines' as const, count: machines, termMonths },
        noChange: 'by-hand' as const,
        subAccount,
        category: 'compute' as const,
        base: best.base,
        theoretical: best.monthly,
        curve: best.curve,
        breakEvenMonths: best.breakEvenMonths,
        breakEvenUtilisation: best.breakEvenUtilisation,
        risk: 'medium' as const,
        evidence: [
          { name: 'account', value: subAccount },
          { name: 'hours-looked-at', value: String(hourly.length) },
          { name: 'discount', value: percent(discount) },
          { name: 'commitment', value: best.hourlyCommitment.toFixed(4) },
          { name: 'utilisation', value: percent(best.utilisation) },
          {
            name: 'break-even-utilisation',
            value: percent(best.breakEvenUtilisation),
          },
          { name: 'coverage', value: percent(best.coverage) },
        ],
        guard: guardSaving({ kind: 'commitment', risk: 'medium' }),
      },
    ];
  });
}
