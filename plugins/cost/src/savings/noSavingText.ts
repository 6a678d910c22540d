import type { ServiceCost } from '@plimsoll/plugin-cost-common';
import type { Voice } from '../words';
import { whyNoSaving } from './whyNoSaving';

const KEYS = {
  waiting: ['card.savingWaiting', 'card.savingWaitingWhy'],
  unmeasured: ['card.savingUnknown', 'card.savingUnknownWhy'],
  none: ['card.savingNone', 'card.savingNoneWhy'],
} as const;

/** In place of what can be saved: "being worked out", and why there is none. */
export function noSavingText(
  options: {
    savings: Pick<ServiceCost['savings'], 'foundAt' | 'measured'>;
  } & Pick<Voice, 't'>,
): { figure: string; why: string } {
  const { savings, t } = options;
  const [figure, why] = KEYS[whyNoSaving(savings)];
  return { figure: t(figure), why: t(why) };
}
