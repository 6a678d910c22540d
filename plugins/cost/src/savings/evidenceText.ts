import type { Saving } from '@plimsoll/plugin-cost-common';
import type { Voice } from '../words';

/** What savings are worked out from, as cost-common names it. */
const KNOWN = [
  'account',
  'commitment',
  'coverage',
  'cpu-advised',
  'cpu-p95',
  'cpu-request',
  'days',
  'discount',
  'idle-days',
  'memory-advised',
  'memory-peak',
  'memory-request',
  'objects',
  'out-of-memory',
  'replicas',
  'size',
  'spot-replicas',
  'throttled',
  'unread',
  'use',
  'utilisation',
] as const;

const WHOLE = /^\d{4,}$/;

/** Names and values of a saving's evidence, as people read them. */
export function evidenceRows(
  options: { saving: Pick<Saving, 'evidence'> } & Voice,
): Array<{ name: string; value: string }> {
  const { saving, formats, t } = options;
  return saving.evidence.map(({ name, value }) => {
    const known = KNOWN.find(one => one === name);
    return {
      name: known ? t(`evidence.${known}`) : name,
      // An account is a name, however many digits it has.
      value:
        name !== 'account' && WHOLE.test(value)
          ? formats.count(Number(value))
          : value,
    };
  });
}

/** More of it than this is told by the drawer. */
const MOST = 4;

/** "CPU asked for: 500m, CPU used at p95: 212m". */
export function evidenceText(
  options: { saving: Pick<Saving, 'evidence'> } & Voice,
): string {
  const { t } = options;
  return evidenceRows(options)
    .slice(0, MOST)
    .map(row => t('evidence.pair', row))
    .join(', ');
}
