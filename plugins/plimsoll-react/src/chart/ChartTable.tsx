import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CellText, Table, useTable, type ColumnConfig } from '@backstage/ui';
import { useFormats } from '../format';
import { numericColumn, TableSurface } from '../surface';
import { plimsollTranslationRef } from '../translation';
import styles from './ChartTable.module.css';
import { sortRows, type SortableRow } from './sortRows';

/** The rows behind a chart. @public */
export interface ChartRows {
  /** Heads with the unit: "Budget left". */
  columns: ReadonlyArray<{ id: string; label: string }>;
  rows: ReadonlyArray<{
    at: Date;
    /** How the time reads, where it is no instant: a day, a month. */
    name?: string;
    /** By column: what it is sorted by, and how it reads. */
    cells: Record<string, { value?: number; text: string }>;
  }>;
}

type Row = SortableRow & { id: string; name?: string };

/** Rows at a time. */
const PAGE_SIZE = 10;

/** @internal */
export interface ChartTableProps {
  /** Names the table for screen readers. */
  label: string;
  data: ChartRows;
}

/** What a chart shows, as a sortable table. @internal */
export function ChartTable(props: ChartTableProps) {
  const { label, data } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const formats = useFormats();
  const rows = useMemo(
    () => data.rows.map(row => ({ id: row.at.toISOString(), ...row })),
    [data],
  );
  const { tableProps } = useTable<Row>({
    mode: 'complete',
    data: rows,
    initialSort: { column: 'at', direction: 'descending' },
    sortFn: (items, { column, direction }) =>
      sortRows(items, { column: String(column), direction }),
    paginationOptions: {
      pageSize: PAGE_SIZE,
      pageSizeOptions: [PAGE_SIZE],
      showPageSizeOptions: false,
      getLabel: ({ offset = 0, totalCount = 0 }) =>
        t('chart.rows', {
          from: formats.count(Math.min(offset + 1, totalCount)),
          to: formats.count(Math.min(offset + PAGE_SIZE, totalCount)),
          total: formats.count(totalCount),
        }),
    },
  });

  const columns: ColumnConfig<Row>[] = [
    {
      id: 'at',
      label: t('chart.time'),
      isRowHeader: true,
      isSortable: true,
      cell: row => (
        <CellText title={row.name ?? formats.instant(row.at, 'short')} />
      ),
    },
    ...data.columns.map(column =>
      numericColumn<Row>({
        id: column.id,
        label: column.label,
        isSortable: true,
        render: (row: Row) => row.cells[column.id].text,
      }),
    ),
  ];
  return (
    <div className={styles.table} role="group" aria-label={label}>
      <TableSurface>
        <Table {...tableProps} columnConfig={columns} />
      </TableSurface>
    </div>
  );
}
