import { Cell, Table, type ColumnConfig } from '@backstage/ui';
import { numericColumn, TableSurface } from '@plimsoll/plugin-plimsoll-react';
import type {
  CostServicePage,
  CostServiceRow,
  CostServiceSort,
} from '@plimsoll/plugin-cost-common';
import { useVoice } from '../words';
import { BudgetCell } from './BudgetCell';
import { nextSort, sortOf, type FleetQuery } from './FleetQuery';
import {
  ExpectedCell,
  SavingCell,
  TotalCell,
  UnitCostCell,
} from './MoneyCells';
import { MonthsCell } from './MonthsCell';
import { RowName } from './RowName';

/** @internal */
export interface ServicesTableProps {
  page: CostServicePage;
  query: FleetQuery;
  onSort(sort: CostServiceSort): void;
}

type Row = CostServiceRow & { id: string };

/** Services, or what they are grouped by, a row each. */
export function ServicesTable(props: ServicesTableProps) {
  const { page, query, onSort } = props;
  const { currency, completeTo } = page.proof;
  const { t } = useVoice();
  const columns: ColumnConfig<Row>[] = [
    {
      id: 'name',
      label: t(`fleet.name.${query.groupBy}`),
      isRowHeader: true,
      isSortable: true,
      cell: row => (
        <Cell>
          <RowName row={row} />
        </Cell>
      ),
    },
    numericColumn<Row>({
      id: 'cost',
      label: t('fleet.cost'),
      isSortable: true,
      render: row => <TotalCell row={row} currency={currency} />,
    }),
    {
      id: 'months',
      label: t('fleet.months'),
      cell: row => (
        <Cell>
          <MonthsCell row={row} currency={currency} completeTo={completeTo} />
        </Cell>
      ),
    },
    numericColumn<Row>({
      id: 'expected',
      label: t('fleet.expected'),
      render: row => <ExpectedCell row={row} currency={currency} />,
    }),
    numericColumn<Row>({
      id: 'budgetUsed',
      label: t('fleet.budget'),
      isSortable: true,
      render: row => <BudgetCell row={row} currency={currency} />,
    }),
    numericColumn<Row>({
      id: 'unitCost',
      label: t('fleet.unitCostOf'),
      isSortable: true,
      render: row => <UnitCostCell row={row} currency={currency} />,
    }),
    numericColumn<Row>({
      id: 'saving',
      label: t('fleet.saving'),
      isSortable: true,
      render: row => <SavingCell row={row} currency={currency} />,
    }),
  ];
  return (
    <TableSurface>
      <Table<Row>
        columnConfig={columns}
        data={page.items.map(row => ({ ...row, id: row.ref }))}
        pagination={{ type: 'none' }}
        sort={{
          descriptor: sortOf(query.sort),
          onSortChange: ({ column }) => {
            const next = nextSort(String(column), query.sort);
            if (next) {
              onSort(next);
            }
          },
        }}
      />
    </TableSurface>
  );
}
