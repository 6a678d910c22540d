import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '@plimsoll/plugin-plimsoll-react';
import { costTranslationRef } from '../translation';
import type { Voice } from './Voice';

/** The reader's words and figures. */
export function useVoice(): Voice {
  const formats = useFormats();
  const { t } = useTranslationRef(costTranslationRef);
  return useMemo(() => ({ formats, t }), [formats, t]);
}
