import { Cell, Table, type ColumnConfig } from '@backstage/ui';
import {
  numericColumn,
  refName,
  TableSurface,
  TwoLines,
  ViewMessage,
} from '@plimsoll/plugin-plimsoll-react';
import {
  costTotalReadPermission,
  type Restatement,
} from '@plimsoll/plugin-cost-common';
import { ReadState } from '../empty';
import { useRestatements } from '../queries/useQuality';
import { InsteadOfTable, TableCard } from '../surface';
import { monthText, useVoice } from '../words';

type Row = Restatement & { id: string };

/** Months that a provider wrote anew, with what moved. */
export function RestatementsCard() {
  const voice = useVoice();
  const { formats, t } = voice;
  const restatements = useRestatements();
  const { data } = restatements;
  const columns: ColumnConfig<Row>[] = [
    {
      id: 'month',
      label: t('quality.month'),
      isRowHeader: true,
      cell: row => (
        <Cell>
          <TwoLines
            leastWidth={120}
            second={`${row.source} \u00b7 ${row.billingAccount}`}
          >
            <strong>{monthText(row.billingMonth, voice)}</strong>
          </TwoLines>
        </Cell>
      ),
    },
    {
      id: 'at',
      label: t('quality.at'),
      cell: row => <Cell>{formats.instant(new Date(row.at), 'date')}</Cell>,
    },
    ...(['before', 'after'] as const).map(id =>
      numericColumn<Row>({
        id,
        label: t(`quality.${id}`),
        render: row => formats.money(row[id], row),
      }),
    ),
    numericColumn<Row>({
      id: 'difference',
      label: t('quality.difference'),
      render: row => (
        <TwoLines second={t(`metric.${row.metric}`)}>
          <strong>
            {formats.money(row.difference, { ...row, signed: true })}
          </strong>
        </TwoLines>
      ),
    }),
    {
      id: 'largest',
      label: t('quality.largest'),
      cell: row => <Cell>{largestText(row)}</Cell>,
    },
  ];
  return (
    <TableCard
      title={t('quality.restatements')}
      subtitle={t('quality.restatementsSubtitle')}
    >
      {data && data.items.length > 0 ? (
        <TableSurface>
          <Table<Row>
            columnConfig={columns}
            data={data.items.map(row => ({
              ...row,
              id: [
                row.source,
                row.billingAccount,
                row.billingMonth,
                row.at,
                row.metric,
              ].join(' '),
            }))}
            pagination={{ type: 'none' }}
          />
        </TableSurface>
      ) : (
        <InsteadOfTable>{instead()}</InsteadOfTable>
      )}
    </TableCard>
  );

  function largestText(row: Restatement): string {
    return row.largest
      .map(({ name, entityRef, difference }) => {
        const words = {
          name,
          difference: formats.money(difference, { ...row, signed: true }),
        };
        return entityRef
          ? t('quality.largestFor', { ...words, service: refName(entityRef) })
          : t('quality.largestOne', words);
      })
      .join(', ');
  }

  function instead() {
    return data ? (
      <ViewMessage kind="empty" title={t('quality.restatementsNone')}>
        {t('quality.restatementsNoneWhy')}
      </ViewMessage>
    ) : (
      <ReadState
        polled={restatements}
        title={t('error.restatements')}
        permission={costTotalReadPermission.name}
        rows={3}
      />
    );
  }
}
