import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { Formats } from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import type { SloMessages } from '../translation';

/**
 * The state with its extent, where that is known: "Unknown for 14 min", "No
 * data for 6 h", "Warming up, 0.1%". `undefined` where the bare word says all.
 */
export function stateText(options: {
  objective: Pick<ObjectiveStatus, 'state' | 'reason'>;
  formats: Formats;
  t: TranslationFunction<SloMessages>;
  now: Date;
}): string | undefined {
  const { objective, formats, t, now } = options;
  const { state, reason } = objective;
  const params = reason.params ?? {};
  if (state === 'warming-up') {
    const share = Number(params.measuredSeconds) / Number(params.windowSeconds);
    return Number.isFinite(share)
      ? t('state.warmingUp', { share: formats.share(share) })
      : undefined;
  }
  if (typeof params.since !== 'string') {
    return undefined;
  }
  const seconds = (now.getTime() - Date.parse(params.since)) / 1000;
  const duration = formats.age(Math.max(1, seconds));
  switch (state) {
    case 'unknown':
      return t('state.unknownFor', { duration });
    case 'no-data':
      return t('state.noDataFor', { duration });
    default:
      return undefined;
  }
}
