import {
  createTranslationRef,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';

/** All words of the golden path's pages. @public */
export const goldenPathTranslationRef: TranslationRef<
  'golden-path',
  Record<string, string>
> = createTranslationRef({
  id: 'golden-path',
  messages: { adoption: { title: 'Templates' } },
});
