import {
  createTranslationRef,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';
import { anomalyMessages } from './anomalies/anomalyMessages';
import { budgetMessages } from './budget/budgetMessages';
import { cardMessages } from './card/cardMessages';
import { emptyMessages } from './empty/emptyMessages';
import { explainMessages } from './explanation/explainMessages';
import { fleetMessages } from './fleet/fleetMessages';
import { overviewMessages } from './fleet/overviewMessages';
import { faultMessages } from './quality/faultMessages';
import { qualityMessages } from './quality/qualityMessages';
import { savingMessages } from './savings/savingMessages';
import { tabMessages } from './tab/tabMessages';
import { unmappedMessages } from './unmapped/unmappedMessages';
import { wordMessages } from './words/wordMessages';

/** All words of the cost pages. @public */
export const costTranslationRef = createTranslationRef({
  id: 'cost',
  messages: {
    ...wordMessages,
    ...emptyMessages,
    ...cardMessages,
    ...tabMessages,
    ...savingMessages,
    ...budgetMessages,
    ...anomalyMessages,
    ...explainMessages,
    ...fleetMessages,
    ...overviewMessages,
    ...unmappedMessages,
    ...qualityMessages,
    ...faultMessages,
  },
});

/** Keys and texts of {@link costTranslationRef}. */
export type CostMessages = typeof costTranslationRef extends TranslationRef<
  string,
  infer TMessages
>
  ? TMessages
  : never;
