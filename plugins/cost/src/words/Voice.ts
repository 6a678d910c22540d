import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { Formats } from '@plimsoll/plugin-plimsoll-react';
import type { CostMessages } from '../translation';

/** What every sentence is made with: the reader's words and figures. */
export interface Voice {
  formats: Formats;
  t: TranslationFunction<CostMessages>;
}
