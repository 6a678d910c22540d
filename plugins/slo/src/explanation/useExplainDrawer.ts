import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { figureText } from '../figures';
import { sloTranslationRef } from '../translation';

/**
 * Which figure the drawer explains, and the question at its top. `undefined`
 * while it is closed.
 */
export function useExplainDrawer(options: {
  objective?: ObjectiveStatus;
  /** Id of the figure, as the address of the page has it. */
  figure?: string;
}): { title: string; figure: string } | undefined {
  const { objective, figure } = options;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  if (!objective || figure === undefined) {
    return undefined;
  }
  const value = figureText({ objective, id: figure, formats, t });
  return {
    figure,
    title:
      value === undefined
        ? t('explain.titleUnknown')
        : t('explain.title', { value }),
  };
}
