import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, Table, type ColumnConfig } from '@backstage/ui';
import {
  numericColumn,
  TableSurface,
  useElementWidth,
} from '@plimsoll/plugin-plimsoll-react';
import {
  stringifyObjectiveKey,
  type ObjectiveKey,
  type ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import { BudgetCell, BurnCell, StateCell, TargetCell } from '../cells';
import { secondNames } from '../names';
import { OriginMark } from '../origin';
import { sloTranslationRef } from '../translation';
import { useWords } from '../words';
import styles from './ServiceTable.module.css';

/** @internal */
export interface ServiceTableProps {
  label: string;
  /** Worst first. */
  objectives: readonly ObjectiveStatus[];
  selected?: ObjectiveKey;
  onSelect(key: ObjectiveKey): void;
}

/** Pixels below which target and window are left to the panel. */
const NARROW_BELOW = 560;

type Row = ObjectiveStatus & { id: string };

/** The objectives of one service; choosing a row opens its panel. */
export function ServiceTable(props: ServiceTableProps) {
  const { label, objectives, selected, onSelect } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const words = useWords();
  const seconds = secondNames(objectives);
  // What a row drops on a narrow screen, the panel below shows.
  const { ref, width } = useElementWidth<HTMLElement>(1024);
  const narrow = width < NARROW_BELOW;
  const rows = objectives.map(objective => ({
    ...objective,
    id: stringifyObjectiveKey(objective),
  }));

  const columns: ColumnConfig<Row>[] = [
    {
      id: 'objective',
      label: t('column.objective'),
      isRowHeader: true,
      cell: row => (
        <Cell>
          <span className={styles.name}>{row.displayName}</span>
          {seconds.has(row.id) && (
            <>
              {' '}
              <span className={styles.second}>{seconds.get(row.id)}</span>
            </>
          )}
          <OriginMark objective={row} />
        </Cell>
      ),
    },
    {
      ...numericColumn<Row>({
        id: 'target',
        label: t('column.target'),
        render: row => <TargetCell objective={row} />,
      }),
      isHidden: narrow,
    },
    {
      isHidden: narrow,
      id: 'window',
      label: t('column.window'),
      cell: row => (
        <Cell>
          <span className={styles.window}>{words.window(row)}</span>
        </Cell>
      ),
    },
    {
      id: 'budget',
      label: t('column.budget'),
      cell: row => (
        <Cell>
          <BudgetCell objective={row} />
        </Cell>
      ),
    },
    numericColumn<Row>({
      id: 'burn',
      label: t('column.burn'),
      render: row => <BurnCell objective={row} />,
    }),
    {
      id: 'state',
      label: t('column.state'),
      cell: row => (
        <Cell>
          <StateCell objective={row} />
        </Cell>
      ),
    },
  ];
  return (
    <section aria-label={label} ref={ref}>
      <TableSurface>
        <Table<Row>
          columnConfig={columns}
          data={rows}
          pagination={{ type: 'none' }}
          selection={{
            mode: 'single',
            behavior: 'replace',
            selected: selected ? [stringifyObjectiveKey(selected)] : [],
            onSelectionChange: keys => {
              const row = rows.find(({ id }) => keys !== 'all' && keys.has(id));
              if (row) {
                onSelect(row);
              }
            },
          }}
        />
      </TableSurface>
    </section>
  );
}
