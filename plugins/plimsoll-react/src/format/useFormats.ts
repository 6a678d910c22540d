import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { plimsollTranslationRef } from '../translation';
import { createFormats } from './createFormats';
import type { Formats } from './Formats';
import { useLocale } from './useLocale';

/**
 * All figures and times in the reader's locale and language.
 *
 * @public
 */
export function useFormats(): Formats {
  const locale = useLocale();
  const { t } = useTranslationRef(plimsollTranslationRef);
  return useMemo(() => createFormats({ locale, t }), [locale, t]);
}
