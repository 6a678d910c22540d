import { Cell, Table, type ColumnConfig } from '@backstage/ui';
import {
  numericColumn,
  TableSurface,
  TwoLines,
} from '@plimsoll/plugin-plimsoll-react';
import type { Saving } from '@plimsoll/plugin-cost-common';
import { useVoice } from '../words';
import { ownerText } from './ownerText';
import { evidenceSentence } from './evidenceSentence';
import { RiskMeter } from './RiskMeter';
import { SavingAction } from './SavingAction';
import { SavingFigure } from './SavingFigure';
import { SavingState } from './SavingState';
import { savingTitle } from './savingTitle';
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
          <TwoLines leastWidth={150} second={ofMany && ownerText(row, voice)}>
            <span className={styles.title} data-held={isHeld(row) || undefined}>
              {savingTitle(row, voice)}
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
            {evidenceSentence({ saving: row, ...voice })}
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
          <SavingState saving={row} />
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

function isHeld({ guard, applied }: Saving): boolean {
  return guard.state === 'held-back' && !applied;
}
