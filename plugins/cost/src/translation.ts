import {
  createTranslationRef,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';
import { cardMessages } from './card/cardMessages';
import { emptyMessages } from './empty/emptyMessages';
import { wordMessages } from './words/wordMessages';

/** All words of the cost pages. @public */
export const costTranslationRef = createTranslationRef({
  id: 'cost',
  messages: {
    ...wordMessages,
    ...emptyMessages,
    ...cardMessages,
  },
});

/** Keys and texts of {@link costTranslationRef}. */
export type CostMessages = typeof costTranslationRef extends TranslationRef<
  string,
  infer TMessages
>
  ? TMessages
  : never;
