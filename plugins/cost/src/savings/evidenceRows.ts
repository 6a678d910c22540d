import type { Saving } from '@plimsoll/plugin-cost-common';
import { dayText, type Voice } from '../words';
import { savingMessages } from './savingMessages';

type EvidenceName = Exclude<keyof (typeof savingMessages)['evidence'], 'pair'>;
type Use = keyof (typeof savingMessages)['use'];

const NAMES = Object.keys(savingMessages.evidence) as EvidenceName[];
const VALUES = ['label', 'yes', 'not-known'] as const;
/** Evidence whose value is a word of ours. */
const IN_WORDS: readonly string[] = [
  'tier',
  'disruption-budget',
  'already-on-spot',
];
const USES = Object.keys(savingMessages.use) as Use[];

const WHOLE = /^\d+$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT/;

type Reasoned = Pick<Saving, 'evidence' | 'currency'>;

/** Names and values of a saving's evidence, as people read them. */
export function evidenceRows(
  options: { saving: Reasoned } & Voice,
): Array<{ name: string; value: string }> {
  const { saving, formats, t } = options;
  return saving.evidence.map(({ name, value }) => {
    const known = NAMES.find(one => one === name);
    return {
      name: known ? t(`evidence.${known}`) : name,
      value: valueText(name, value),
    };
  });

  function valueText(name: string, value: string): string {
    const use = USES.find(one => one === value);
    if (name === 'use' && use) {
      return t(`use.${use}`);
    }
    const word = VALUES.find(one => one === value);
    if (word && IN_WORDS.includes(name)) {
      return t(`evidenceValue.${word}`);
    }
    if (name === 'commitment' && Number.isFinite(Number(value))) {
      return formats.money(value, { currency: saving.currency });
    }
    if (DAY.test(value)) {
      return dayText(value, { formats });
    }
    if (INSTANT.test(value)) {
      return formats.instant(new Date(value), 'date');
    }
    // An account is a name, however many digits it has.
    return name !== 'account' && WHOLE.test(value)
      ? formats.count(Number(value))
      : value;
  }
}
