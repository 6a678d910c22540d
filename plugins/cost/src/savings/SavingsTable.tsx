import { Cell, Table, type ColumnConfig } from '@backstage/ui';
import {
  numericColumn,
  refName,
  TableSurface,
  TwoLines,
} from '@plimsoll/plugin-plimsoll-react';
import type { Saving } from '@plimsoll/plugin-cost-common';
import { useVoice } from '../words';
import { evidenceText } from './evidenceText';
import { GuardText } from './GuardText';
import { RiskMeter } from './RiskMeter';
import { SavingAction } from './SavingAction';
import { SavingFigure } from './SavingFigure';
import styles from './SavingsTable.module.css';

/** @internal */
export interface SavingsTableProps {
  savings: readonly Saving[];
  selected?: string;
  onShow(id: string): void;
  /** Names the service of each row: where they are of many. */
  ofMany?: boolean;
}

/** Savings, a row each: evidence, money, risk, guard, next step. */
export function SavingsTable(props: SavingsTableProps) {
  const { savings, selected, onShow, ofMany } = props;
  const voice = useVoice();
  const { t } = voice;
  const columns: ColumnConfig<Saving>[] = [
    {
      id: 'title',
      label: t('savings.saving'),
      isRowHeader: true,
      cell: row => (
        <Cell>
          <TwoLines
            leastWidth={150}
            second={ofMany && row.entityRef && refName(row.entityRef)}
          >
            <span className={styles.title} data-held={isHeld(row) || undefined}>
              {row.title}
            </span>
          </TwoLines>
        </Cell>
      ),
    },
    {
      id: 'evidence',
      label: t('savings.evidence'),
      cell: row => (
        <Cell>
          <span className={styles.evidence}>
            {evidenceText({ saving: row, ...voice })}
          </span>
        </Cell>
      ),
    },
    numericColumn<Saving>({
      id: 'month',
      label: t('savings.month'),
      render: row => (
        <SavingFigure saving={row} open={row.id === selected} onShow={onShow} />
      ),
    }),
    {
      id: 'risk',
      label: t('savings.risk'),
      cell: row => (
        <Cell>
          <RiskMeter risk={row.risk} />
        </Cell>
      ),
    },
    {
      id: 'guard',
      label: t('savings.guard'),
      cell: row => (
        <Cell>
          <GuardText guard={row.guard} />
        </Cell>
      ),
    },
    {
      id: 'action',
      label: t('savings.action'),
      cell: row => (
        <Cell>
          <SavingAction saving={row} onShow={onShow} />
        </Cell>
      ),
    },
  ];
  return (
    <TableSurface>
      <Table<Saving>
        columnConfig={columns}
        data={[...savings]}
        pagination={{ type: 'none' }}
      />
    </TableSurface>
  );
}

function isHeld({ guard }: Saving): boolean {
  return guard.state === 'held-back';
}
