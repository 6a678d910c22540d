import { Cell, Table, type ColumnConfig } from '@backstage/ui';
import {
  numericColumn,
  TableSurface,
  ViewMessage,
} from '@plimsoll/plugin-plimsoll-react';
import type { CostServiceRow } from '@plimsoll/plugin-cost-common';
import { InsteadOfTable, TableCard } from '../surface';
import { useVoice } from '../words';
import { ChangeText } from './ChangeText';
import { RowName } from './RowName';

/** @internal */
export interface MoversCardProps {
  movers: readonly CostServiceRow[];
  currency: string;
}

type Row = CostServiceRow & { id: string };

/** Who cost clearly more or less than on the same weekdays before. */
export function MoversCard(props: MoversCardProps) {
  const { movers, currency } = props;
  const { formats, t } = useVoice();
  const columns: ColumnConfig<Row>[] = [
    {
      id: 'name',
      label: t('fleet.name.service'),
      isRowHeader: true,
      cell: row => (
        <Cell>
          <RowName row={row} />
        </Cell>
      ),
    },
    numericColumn<Row>({
      id: 'amount',
      label: t('fleet.change'),
      render: row =>
        row.change
          ? formats.money(row.change.amount, { currency, signed: true })
          : t('fleet.none'),
    }),
    numericColumn<Row>({
      id: 'ratio',
      label: t('fleet.cost'),
      render: row => (
        <ChangeText change={row.change} currency={currency}>
          {formats.money(row.total, { currency })}
        </ChangeText>
      ),
    }),
  ];
  return (
    <TableCard title={t('fleet.movers')} subtitle={t('fleet.moversSubtitle')}>
      {movers.length > 0 ? (
        <TableSurface>
          <Table<Row>
            columnConfig={columns}
            data={movers.map(row => ({ ...row, id: row.ref }))}
            pagination={{ type: 'none' }}
          />
        </TableSurface>
      ) : (
        <InsteadOfTable>
          <ViewMessage kind="empty" title={t('fleet.moversNone')}>
            {t('fleet.moversNoneWhy')}
          </ViewMessage>
        </InsteadOfTable>
      )}
    </TableCard>
  );
}
