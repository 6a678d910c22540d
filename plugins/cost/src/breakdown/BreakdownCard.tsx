import { Cell, Table, type ColumnConfig } from '@backstage/ui';
import {
  numericColumn,
  SecondText,
  SeriesSwatch,
  TableSurface,
} from '@plimsoll/plugin-plimsoll-react';
import type { ServiceCost } from '@plimsoll/plugin-cost-common';
import { TableCard } from '../surface';
import { spanText, useVoice } from '../words';
import { breakdownRows, type BreakdownRow } from './breakdownRows';
import styles from './BreakdownCard.module.css';

/** @internal */
export interface BreakdownCardProps {
  cost: ServiceCost;
}

/** What the sum is made of, and how each part came to this service. */
export function BreakdownCard(props: BreakdownCardProps) {
  const { cost } = props;
  const voice = useVoice();
  const { t } = voice;
  const columns: ColumnConfig<BreakdownRow>[] = [
    {
      id: 'name',
      label: t('breakdown.category'),
      isRowHeader: true,
      cell: row => (
        <Cell>
          <span className={styles.name} data-sum={row.sum || undefined}>
            {row.tint !== undefined && <SeriesSwatch index={row.tint} />}
            {row.name}
          </span>
        </Cell>
      ),
    },
    numericColumn<BreakdownRow>({
      id: 'cost',
      label: t('breakdown.cost'),
      render: row => (
        <span className={styles.figure} data-sum={row.sum || undefined}>
          {row.cost}
        </span>
      ),
    }),
    numericColumn<BreakdownRow>({
      id: 'change',
      label: t('breakdown.change'),
      render: row => (
        <span className={styles.figure} data-sum={row.notable || undefined}>
          {row.change}
        </span>
      ),
    }),
    {
      id: 'shared',
      label: t('breakdown.shared'),
      cell: row => (
        <Cell>
          <span className={styles.shared}>
            <SecondText>{row.shared}</SecondText>
          </span>
        </Cell>
      ),
    },
  ];
  return (
    <TableCard
      title={t('breakdown.title')}
      subtitle={t('breakdown.subtitle', { span: spanText(cost, voice) })}
    >
      <TableSurface>
        <Table<BreakdownRow>
          columnConfig={columns}
          data={breakdownRows({ cost, ...voice })}
          pagination={{ type: 'none' }}
        />
      </TableSurface>
    </TableCard>
  );
}
