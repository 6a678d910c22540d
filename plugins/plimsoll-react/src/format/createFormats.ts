import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { PlimsollMessages } from '../translation';
import type { Formats } from './Formats';
import { formatBurnRate } from './formatBurnRate';
import { formatCount } from './formatCount';
import { formatInstant } from './formatInstant';
import { formatMoney } from './formatMoney';
import { formatMeasured } from './formatMeasured';
import { formatShare } from './formatShare';
import { splitDuration, type DurationPart } from './splitDuration';

/** Up to here a time is told by its distance. */
const RELATIVE_SECONDS = 48 * 3600;

/** @internal */
export function createFormats(options: {
  locale: string;
  t: TranslationFunction<PlimsollMessages>;
}): Formats {
  const { locale, t } = options;

  const part = ({ value, unit }: DurationPart): string =>
    t(`duration.${unit}`, { value: formatCount(value, { locale }) });

  const words = ([first, second]: DurationPart[]): string =>
    second
      ? t('duration.two', { first: part(first), second: part(second) })
      : part(first);
  const duration = (seconds: number) => words(splitDuration(seconds));
  const age = (seconds: number) =>
    words(splitDuration(seconds, { passed: true }));

  return {
    locale,
    share: (ratio, rest) => formatShare(ratio, { locale, ...rest }),
    measured: (ratio, rest) => formatMeasured(ratio, { locale, ...rest }),
    budgetLeft: remaining =>
      remaining < 0
        ? t('budget.overspent', { share: formatShare(-remaining, { locale }) })
        : t('budget.left', { share: formatShare(remaining, { locale }) }),
    burnRate: rate => formatBurnRate(rate, { locale }),
    count: value => formatCount(value, { locale }),
    money: (amount, rest) => formatMoney(amount, { locale, ...rest }),
    duration,
    age,
    relative: (instant, now = new Date()) => {
      const seconds = (now.getTime() - instant.getTime()) / 1000;
      if (Math.abs(seconds) >= RELATIVE_SECONDS) {
        return formatInstant(instant, 'date', { locale, now });
      }
      if (Math.abs(seconds) < 1) {
        return t('time.now');
      }
      return seconds > 0
        ? t('time.ago', { duration: age(seconds) })
        : t('time.in', { duration: duration(-seconds) });
    },
    instant: (instant, style, rest) =>
      formatInstant(instant, style, { locale, ...rest }),
  };
}
