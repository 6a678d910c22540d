import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, Table, type ColumnConfig } from '@backstage/ui';
import {
  BudgetTrend,
  numericColumn,
  TableSurface,
} from '@plimsoll/plugin-plimsoll-react';
import {
  stringifyObjectiveKey,
  type ObjectiveSort,
  type ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import { BudgetCell, BurnCell, StateCell, TargetCell } from '../cells';
import { secondNames } from '../names';
import { sloTranslationRef } from '../translation';
import { objectiveSort, sortDescriptor } from './columnSort';
import { NameCell } from './NameCell';

/** @internal */
export interface ObjectiveTableProps {
  objectives: readonly ObjectiveStatus[];
  /** Leaves out trend and burn; each objective's page has them. */
  short: boolean;
  sort: ObjectiveSort;
  onSort(sort: ObjectiveSort): void;
}

type Row = ObjectiveStatus & { id: string };

/** Objectives of many services, a row each. */
export function ObjectiveTable(props: ObjectiveTableProps) {
  const { objectives, short, sort, onSort } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const seconds = secondNames(objectives);

  const columns: ColumnConfig<Row>[] = [
    {
      id: 'objective',
      label: t('column.objective'),
      isRowHeader: true,
      isSortable: true,
      cell: row => (
        <Cell>
          <NameCell objective={row} secondName={seconds.get(row.id)} />
        </Cell>
      ),
    },
    {
      id: 'target',
      label: t('column.target'),
      cell: row => (
        <Cell>
          <TargetCell objective={row} withWindow />
        </Cell>
      ),
    },
    {
      id: 'state',
      label: t('column.state'),
      cell: row => (
        <Cell>
          <StateCell objective={row} />
        </Cell>
      ),
    },
    {
      id: 'budget',
      label: t('column.budget'),
      isSortable: true,
      cell: row => (
        <Cell>
          <BudgetCell objective={row} />
        </Cell>
      ),
    },
    {
      id: 'trend',
      isHidden: short,
      label: t('column.trend'),
      cell: row => (
        <Cell>
          <BudgetTrend points={row.trend} />
        </Cell>
      ),
    },
    {
      ...numericColumn<Row>({
        id: 'burn',
        label: t('column.burn'),
        isSortable: true,
        render: row => <BurnCell objective={row} />,
      }),
      isHidden: short,
    },
  ];
  return (
    <TableSurface>
      <Table<Row>
        columnConfig={columns}
        data={objectives.map(objective => ({
          ...objective,
          id: stringifyObjectiveKey(objective),
        }))}
        pagination={{ type: 'none' }}
        sort={{
          descriptor: sortDescriptor(sort),
          onSortChange: descriptor => onSort(objectiveSort(descriptor)),
        }}
      />
    </TableSurface>
  );
}
