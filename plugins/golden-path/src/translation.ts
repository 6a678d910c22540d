import {
  createTranslationRef,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';
import { formMessages } from './form/formMessages';
import { updateMessages } from './updates/updateMessages';
import { wiringMessages } from './wiring/wiringMessages';

/** All words of the golden path's pages. @public */
export const goldenPathTranslationRef = createTranslationRef({
  id: 'golden-path',
  messages: {
    ...formMessages,
    ...updateMessages,
    ...wiringMessages,
  },
});

/** Keys and texts of {@link goldenPathTranslationRef}. */
export type GoldenPathMessages =
  typeof goldenPathTranslationRef extends TranslationRef<
    string,
    infer TMessages
  >
    ? TMessages
    : never;
