import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { Formats } from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import type { SloMessages } from '../translation';
import { burnWindowText } from '../words';

/** When the budget will be gone, and at which rate that was reckoned. */
export function forecastText(options: {
  objective: Pick<ObjectiveStatus, 'forecast' | 'window'>;
  formats: Formats;
  t: TranslationFunction<SloMessages>;
}): { value: string; ground: string } {
  const { objective, formats, t } = options;
  const { forecast } = objective;
  switch (forecast.kind) {
    case 'exhausted':
      return {
        value: t('tile.exhaustedNow'),
        ground: t('tile.exhaustedGround'),
      };
    case 'at':
      return {
        value: formats.relative(new Date(forecast.at)),
        ground: t('tile.atRate', {
          rate: formats.burnRate(forecast.burnRate),
          window: burnWindowText(forecast.window, formats),
        }),
      };
    case 'not-in-sight':
      return {
        value: t('tile.notInSight'),
        ground: t('tile.ranAt', {
          window: burnWindowText(forecast.window, formats),
          rate: formats.burnRate(forecast.burnRate),
        }),
      };
    default:
      return { value: t('tile.unknown'), ground: t('tile.notKnown') };
  }
}
