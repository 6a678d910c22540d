import {
  bestCommitment,
  guardSaving,
  type SavingDraft,
  type Turns,
} from '@plimsoll/plugin-cost-common';
import type { DraftContext } from './DraftContext';

/**
 * The commitment that saves most, for the machines of each account; an account
 * in a step.
 */
export function* commitmentDrafts(options: {
  context: DraftContext;
}): Turns<SavingDraft[]> {
  const { facts, settings } = options.context;
  const { commitmentDiscount: discount, termMonths } = settings;
  const drafts: SavingDraft[] = [];
  for (const spend of facts.onDemand) {
    yield;
    const best = bestCommitment({ hourly: spend.hourly, discount, termMonths });
    if (!best) {
      continue;
    }
    const { id, entityRef, machines, hourly, subAccount } = spend;
    const percent = (ratio: number) => `${Math.round(100 * ratio)}%`;
    const years = termMonths === 12 ? 'One-year' : 'Three-year';
    drafts.push({
      id,
      ...(entityRef && { entityRef }),
      kind: 'commitment',
      title: `${years} commitment for ${machines} ${
        machines === 1 ? 'machine' : 'machines'
      }`,
      subject: { type: 'machines', count: machines, termMonths },
      noChange: 'by-hand',
      subAccount,
      category: 'compute',
      base: best.base,
      theoretical: best.monthly,
      curve: best.curve,
      breakEvenMonths: best.breakEvenMonths,
      breakEvenUtilisation: best.breakEvenUtilisation,
      risk: 'medium',
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
    });
  }
  return drafts;
}
