import { createTranslationRef } from '@backstage/frontend-plugin-api';
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
