import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { Formats } from '@plimsoll/plugin-plimsoll-react';
import {
  type ObjectiveStatus,
  stringifyObjectiveKey,
} from '@plimsoll/plugin-slo-common';
import type { SloMessages } from '../translation';
import { burnWindowText, isBurnWindow } from './burnWindowText';
import { targetText } from './targetText';
import { shortWindowText } from './windowText';

/** @internal */
export interface ReasonTextOptions {
  objective: ObjectiveStatus;
  formats: Formats;
  t: TranslationFunction<SloMessages>;
}

/** Why an objective is in its state, in one sentence. */
export function reasonText(options: ReasonTextOptions): string {
  const { objective, formats, t } = options;
  const { code, params = {} } = objective.reason;
  const window = shortWindowText(options);

  switch (code) {
    case 'budget-spent':
      return t('reason.budget-spent', {
        bad: formats.count(Number(params.bad)),
        allowed: formats.count(Number(params.allowed)),
      });
    case 'burn-pair': {
      const { severity, long, short, factor } = params;
      return t(
        severity === 'page' ? 'reason.burn-page' : 'reason.burn-ticket',
        {
          long: isBurnWindow(long) ? burnWindowText(long, formats) : '',
          short: isBurnWindow(short) ? burnWindowText(short, formats) : '',
          factor: formats.burnRate(Number(factor)),
        },
      );
    }
    case 'source-down':
      return typeof params.since === 'string'
        ? t('reason.source-down', {
            source: objective.source,
            since: formats.instant(new Date(params.since), 'clock-seconds'),
          })
        : t('reason.source-downUndated', { source: objective.source });
    case 'not-refreshed':
      return t('reason.not-refreshed', {
        since: formats.instant(new Date(String(params.since)), 'clock-seconds'),
      });
    case 'source-missing':
      return t('reason.source-missing', { source: objective.source });
    case 'faulty':
      return faultText(objective, t);
    case 'series-absent':
      return t('reason.series-absent', {
        since: formats.instant(new Date(String(params.since)), 'short'),
      });
    case 'too-few-events':
      return t('reason.too-few-events', {
        total: formats.count(Number(params.total)),
        window,
        needed: formats.count(unitsForOneFailure(objective.target)),
        target: targetText(objective),
      });
    case 'window-not-covered':
      return t('reason.window-not-covered', {
        measured: formats.duration(Number(params.measuredSeconds)),
        window,
      });
    case 'window-has-gaps':
      return t('reason.window-has-gaps', {
        share: formats.share(Number(params.share)),
        window,
      });
    case 'window-excluded':
      return t('reason.window-excluded', { window });
    case 'never-measured':
      return objective.evaluatedAt === undefined
        ? t('reason.not-evaluated')
        : t('reason.never-measured');
    case 'not-judged':
      return t('reason.not-judged', {
        objective: stringifyObjectiveKey(objective),
      });
    case 'no-events':
      return t('reason.no-events', { window });
    default:
      return t(`reason.${code}`);
  }
}

function faultText(
  objective: ObjectiveStatus,
  t: ReasonTextOptions['t'],
): string {
  const { path, message } = objective.reason.params ?? {};
  return path
    ? t('reason.faultyAt', { message: String(message), path: String(path) })
    : t('reason.faulty', { message: String(message) });
}

/** How many units there must be for one of them to be allowed to fail. */
function unitsForOneFailure(target: number): number {
  // 1 - 0.999 is a little more than 0.001; 1000.0000000001 means 1000.
  return Math.ceil(1 / (1 - target) - 1e-6);
}
