import { useState } from 'react';
import { ChoiceGroup, ViewMessage } from '@plimsoll/plugin-plimsoll-react';
import {
  COST_METRICS,
  type CostMetric,
  type DataQuality,
} from '@plimsoll/plugin-cost-common';
import { InsteadOfTable, TableCard, TextButton } from '../surface';
import { monthText, useVoice } from '../words';
import { brokenOf, conservationRows } from './conservationRows';
import { ConservationTable } from './ConservationTable';
import styles from './quality.module.css';

/** @internal */
export interface ConservationCardProps {
  quality: Pick<DataQuality, 'conservation' | 'invoices'>;
}

/** The latest months come first; the others are one click away. */
const FIRST_MONTHS = 3;

/** Each month's bill against the sum of its parts, and its invoices. */
export function ConservationCard(props: ConservationCardProps) {
  const { conservation, invoices } = props.quality;
  const voice = useVoice();
  const { formats, t } = voice;
  // what an invoice says
  const [metric, setMetric] = useState<CostMetric>('billed');
  const [showsAll, setShowsAll] = useState(false);
  const rows = conservationRows({ conservation, invoices, metric });
  const months = [...new Set(rows.map(({ month }) => month))];
  const shown = showsAll ? months : months.slice(0, FIRST_MONTHS);
  return (
    <TableCard
      title={t('quality.conservation')}
      subtitle={t('quality.conservationSubtitle')}
      actions={
        <ChoiceGroup
          label={t('chart.metric')}
          options={COST_METRICS.map(id => ({ id, label: t(`metric.${id}`) }))}
          selected={metric}
          onSelect={id => setMetric(id)}
        />
      }
    >
      {brokenOf(conservation).map(one => (
        <InsteadOfTable
          key={`${one.billingMonth} ${one.currency} ${one.metric}`}
        >
          <p className={styles.bad} role="alert">
            {t('quality.broken', {
              month: monthText(one.billingMonth, voice),
              metric: t(`metric.${one.metric}`),
              difference: formats.money(one.difference, {
                ...one,
                signed: true,
              }),
            })}
          </p>
        </InsteadOfTable>
      ))}
      {rows.length > 0 ? (
        <ConservationTable
          rows={rows.filter(({ month }) => shown.includes(month))}
        />
      ) : (
        <InsteadOfTable>
          <ViewMessage kind="empty" title={t('quality.conservationNone')}>
            {t('quality.conservationNoneWhy')}
          </ViewMessage>
        </InsteadOfTable>
      )}
      {shown.length < months.length && (
        <InsteadOfTable>
          <TextButton onPress={() => setShowsAll(true)}>
            {t('quality.allMonths', { amount: formats.count(months.length) })}
          </TextButton>
        </InsteadOfTable>
      )}
    </TableCard>
  );
}
