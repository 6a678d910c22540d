import { AccentLink } from '@plimsoll/plugin-plimsoll-react';
import type { CostAnomaly } from '@plimsoll/plugin-cost-common';
import { useCostPaths } from '../routes';
import { spanText, useVoice } from '../words';
import { causeText } from './causeText';
import styles from './AnomalyList.module.css';

/** @internal */
export interface AnomalyListProps {
  anomalies: readonly CostAnomaly[];
  currency: string;
  /** Each leads to its service. */
  linked?: boolean;
}

/** Days that cost more than they should have, and what likely made them. */
export function AnomalyList(props: AnomalyListProps) {
  const { anomalies, currency, linked } = props;
  const voice = useVoice();
  const { formats, t } = voice;
  const paths = useCostPaths();
  const money = (amount: string) => formats.money(amount, { currency });
  return (
    <ul className={styles.list}>
      {anomalies.map(anomaly => {
        const { id, entityRef, expected, actual, state } = anomaly;
        const href = linked && entityRef ? paths.tab(entityRef) : undefined;
        const head = headText(anomaly);
        return (
          <li key={id} className={styles.item}>
            <span className={styles.head}>
              {href ? <AccentLink href={href}>{head}</AccentLink> : head}
            </span>
            <span className={styles.ground}>
              {t('anomaly.span', {
                span: spanText(anomaly, voice),
                expected: money(expected),
                actual: money(actual),
              })}
              {state === 'open' && ` \u00b7 ${t('anomaly.open')}`}
            </span>
            <span className={styles.ground}>
              {causeText({ anomaly, ...voice })}
            </span>
          </li>
        );
      })}
    </ul>
  );

  function headText({ title, category, excess, ratio }: CostAnomaly): string {
    const words = {
      title,
      excess: money(excess),
      ratio: formats.share(ratio, { decimals: 0, signed: true }),
    };
    return category
      ? t('anomaly.category', { ...words, category: t(`category.${category}`) })
      : t('anomaly.one', words);
  }
}
