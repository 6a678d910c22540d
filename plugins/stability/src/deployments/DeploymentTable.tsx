import { Cell, Table, type ColumnConfig } from '@backstage/ui';
import {
  numericColumn,
  TableSurface,
  useNow,
  VerdictMark,
} from '@plimsoll/plugin-plimsoll-react';
import type { Deployment } from '@plimsoll/plugin-stability-common';
import { useVoice, verdictGrounds, verdictKind } from '../words';
import { CorrectButton } from './CorrectButton';
import type { DeploymentListProps } from './DeploymentListProps';
import { DeploymentName } from './DeploymentName';
import { BudgetText } from './BudgetText';
import { LeadText } from './LeadText';
import { LiveSince } from './LiveSince';
import styles from './DeploymentTable.module.css';

/** Deployments, a row each; a failed one is tinted. */
export function DeploymentTable(props: DeploymentListProps) {
  const { deployments, index, selected, narrow, onShow, onCorrect } = props;
  const voice = useVoice();
  const { t } = voice;
  const now = useNow();

  const columns: ColumnConfig<Deployment>[] = [
    {
      id: 'version',
      label: t('deployments.version'),
      isRowHeader: true,
      cell: row => (
        <Cell>
          <DeploymentName
            deployment={row}
            open={row.id === selected}
            onShow={onShow}
          />
        </Cell>
      ),
    },
    {
      id: 'live',
      label: t('deployments.live'),
      cell: row => (
        <Cell>
          <LiveSince deployment={row} />
        </Cell>
      ),
    },
    {
      id: 'verdict',
      label: t('deployments.verdict'),
      cell: row => (
        <Cell>
          <VerdictMark verdict={verdictKind(row.verdict)} />
        </Cell>
      ),
    },
    {
      id: 'evidence',
      label: t('deployments.evidence'),
      cell: row => (
        <Cell>
          <span className={styles.evidence}>
            {verdictGrounds({ deployment: row, index, now, ...voice }).join(
              ' \u00b7 ',
            )}
          </span>
        </Cell>
      ),
    },
    numericColumn<Deployment>({
      id: 'lead',
      label: t('deployments.lead'),
      render: row => <LeadText deployment={row} />,
    }),
    {
      ...numericColumn<Deployment>({
        id: 'budget',
        label: t('deployments.budget'),
        render: row => <BudgetText deployment={row} />,
      }),
      isHidden: narrow,
    },
    {
      id: 'correct',
      label: t('deployments.action'),
      cell: row => (
        <Cell>
          <CorrectButton deployment={row} onCorrect={onCorrect} />
        </Cell>
      ),
    },
  ];
  return (
    <div className={styles.table}>
      <TableSurface>
        <Table<Deployment>
          columnConfig={columns}
          data={[...deployments]}
          pagination={{ type: 'none' }}
        />
      </TableSurface>
    </div>
  );
}
