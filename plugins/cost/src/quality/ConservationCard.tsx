import { Cell, CellText, Table, type ColumnConfig } from '@backstage/ui';
import {
  numericColumn,
  TableSurface,
  TwoLines,
  ViewMessage,
} from '@plimsoll/plugin-plimsoll-react';
import type { DataQuality } from '@plimsoll/plugin-cost-common';
import { InsteadOfTable, TableCard } from '../surface';
import { useVoice } from '../words';
import styles from './quality.module.css';

/** @internal */
export interface ConservationCardProps {
  conservation: DataQuality['conservation'];
}

type Row = DataQuality['conservation'][number] & { id: string };

/** The bill against the sum of its parts, for each metric and currency. */
export function ConservationCard(props: ConservationCardProps) {
  const { conservation } = props;
  const { formats, t } = useVoice();
  const columns: ColumnConfig<Row>[] = [
    {
      id: 'metric',
      label: t('quality.metric'),
      isRowHeader: true,
      cell: row => <CellText title={t(`metric.${row.metric}`)} />,
    },
    {
      id: 'currency',
      label: t('quality.currency'),
      cell: row => <Cell>{row.currency}</Cell>,
    },
    ...(['bill', 'allocated'] as const).map(id =>
      numericColumn<Row>({
        id,
        label: t(`quality.${id}`),
        render: row => formats.money(row[id], row),
      }),
    ),
    numericColumn<Row>({
      id: 'difference',
      label: t('quality.difference'),
      render: row =>
        Number(row.difference) === 0 ? (
          <TwoLines
            second={
              Number(row.residue) === 0
                ? undefined
                : t('quality.residue', {
                    amount: formats.money(row.residue, {
                      currency: row.currency,
                      exact: true,
                    }),
                  })
            }
          >
            {t('quality.exact')}
          </TwoLines>
        ) : (
          <span className={styles.bad}>
            {formats.money(row.difference, { ...row, signed: true })}
          </span>
        ),
    }),
  ];
  return (
    <TableCard
      title={t('quality.conservation')}
      subtitle={t('quality.conservationSubtitle')}
    >
      {conservation.length > 0 ? (
        <TableSurface>
          <Table<Row>
            columnConfig={columns}
            data={conservation.map(row => ({
              ...row,
              id: `${row.metric} ${row.currency}`,
            }))}
            pagination={{ type: 'none' }}
          />
        </TableSurface>
      ) : (
        <InsteadOfTable>
          <ViewMessage kind="empty" title={t('quality.conservationNone')}>
            {t('quality.conservationNoneWhy')}
          </ViewMessage>
        </InsteadOfTable>
      )}
    </TableCard>
  );
}
