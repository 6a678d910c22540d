import { Cell, Table, type ColumnConfig } from '@backstage/ui';
import { refName, TableSurface, useNow } from '@plimsoll/plugin-plimsoll-react';
import type { InboxItem } from '@plimsoll/plugin-stability-common';
import { useVoice } from '../words';
import { StateWord } from './StateWord';
import styles from './DeliveryTable.module.css';

/** @internal */
export interface DeliveryRowsProps {
  items: readonly InboxItem[];
  /** Id of the delivery that is open. */
  selected?: string;
  onShow(id: string): void;
}

/** Deliveries, a row each; choosing one opens it. */
export function DeliveryTable(props: DeliveryRowsProps) {
  const { items, selected, onShow } = props;
  const { formats, t } = useVoice();
  const now = useNow();

  const columns: ColumnConfig<InboxItem>[] = [
    {
      id: 'summary',
      label: t('inbox.summary'),
      isRowHeader: true,
      cell: row => (
        <Cell>
          <span className={styles.summary}>{row.summary}</span>
        </Cell>
      ),
    },
    {
      id: 'source',
      label: t('inbox.source'),
      cell: row => <Cell>{row.source}</Cell>,
    },
    {
      id: 'received',
      label: t('inbox.received'),
      cell: row => (
        <Cell>
          <time
            className={styles.time}
            dateTime={row.receivedAt}
            title={formats.instant(new Date(row.receivedAt), 'exact')}
          >
            {formats.relative(new Date(row.receivedAt), now)}
          </time>
        </Cell>
      ),
    },
    {
      id: 'service',
      label: t('inbox.service'),
      cell: row => (
        <Cell>
          {row.entityRefs.length > 0 ? (
            row.entityRefs.map(refName).join(', ')
          ) : (
            <span className={styles.second}>{t('inbox.noService')}</span>
          )}
        </Cell>
      ),
    },
    {
      id: 'outcome',
      label: t('inbox.outcome'),
      cell: row => (
        <Cell>
          <StateWord state={row.state} />
          {row.error && <span className={styles.error}>{row.error}</span>}
        </Cell>
      ),
    },
  ];
  return (
    <TableSurface>
      <Table<InboxItem>
        columnConfig={columns}
        data={[...items]}
        pagination={{ type: 'none' }}
        selection={{
          mode: 'single',
          behavior: 'replace',
          selected: selected ? [selected] : [],
          onSelectionChange: keys => {
            const row = items.find(({ id }) => keys !== 'all' && keys.has(id));
            if (row) {
              onShow(row.id);
            }
          },
        }}
      />
    </TableSurface>
  );
}
