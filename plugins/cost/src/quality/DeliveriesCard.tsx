import { Cell, Table, type ColumnConfig } from '@backstage/ui';
import {
  numericColumn,
  SecondText,
  TableSurface,
  TwoLines,
  ViewMessage,
} from '@plimsoll/plugin-plimsoll-react';
import type { DataQuality } from '@plimsoll/plugin-cost-common';
import { InsteadOfTable, TableCard } from '../surface';
import { useVoice } from '../words';
import { DeliveryState } from './DeliveryState';
import { FaultList } from './FaultList';

/** @internal */
export interface DeliveriesCardProps {
  deliveries: DataQuality['deliveries'];
}

type Row = DataQuality['deliveries'][number] & { id: string };

/** What was read, what was refused and why, and what was not as it should be. */
export function DeliveriesCard(props: DeliveriesCardProps) {
  const { deliveries } = props;
  const { formats, t } = useVoice();
  const columns: ColumnConfig<Row>[] = [
    {
      id: 'delivery',
      label: t('quality.delivery'),
      isRowHeader: true,
      cell: row => (
        <Cell>
          <TwoLines leastWidth={120} second={row.source}>
            <strong>{row.delivery}</strong>
          </TwoLines>
        </Cell>
      ),
    },
    {
      id: 'state',
      label: t('quality.state'),
      cell: row => (
        <Cell>
          <DeliveryState state={row.goneSince ? 'gone' : row.state} />
        </Cell>
      ),
    },
    numericColumn<Row>({
      id: 'rows',
      label: t('quality.rows'),
      render: row =>
        row.rows === undefined ? '\u2013' : formats.count(row.rows),
    }),
    {
      id: 'format',
      label: t('quality.format'),
      cell: row => <Cell>{row.formatVersion ?? '\u2013'}</Cell>,
    },
    {
      id: 'readAt',
      label: t('quality.readAt'),
      cell: row => (
        <Cell>
          {row.readAt
            ? formats.instant(new Date(row.readAt), 'short')
            : '\u2013'}
        </Cell>
      ),
    },
    {
      id: 'faults',
      label: t('quality.faults'),
      cell: row => <Cell>{findings(row)}</Cell>,
    },
  ];
  return (
    <TableCard
      title={t('quality.deliveries')}
      subtitle={t('quality.deliveriesSubtitle')}
    >
      {deliveries.length > 0 ? (
        <TableSurface>
          <Table<Row>
            columnConfig={columns}
            data={deliveries.map(row => ({
              ...row,
              id: `${row.source}/${row.delivery}`,
            }))}
            pagination={{ type: 'none' }}
          />
        </TableSurface>
      ) : (
        <InsteadOfTable>
          <ViewMessage kind="empty" title={t('quality.deliveriesNone')}>
            {t('quality.deliveriesNoneWhy')}
          </ViewMessage>
        </InsteadOfTable>
      )}
    </TableCard>
  );

  function findings({ message, faults, goneSince }: Row) {
    const gone =
      goneSince &&
      t('quality.gone', { day: formats.instant(new Date(goneSince), 'date') });
    if (!message && !gone && faults.length === 0) {
      return <SecondText>{t('quality.faultsNone')}</SecondText>;
    }
    return <FaultList message={message} note={gone} faults={faults} />;
  }
}
