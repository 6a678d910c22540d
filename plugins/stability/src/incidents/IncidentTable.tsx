import { Cell, Table, type ColumnConfig } from '@backstage/ui';
import {
  AccentLink,
  numericColumn,
  TableSurface,
  useElementWidth,
} from '@plimsoll/plugin-plimsoll-react';
import type { Incident } from '@plimsoll/plugin-stability-common';
import { useVoice, type FactIndex } from '../words';
import { AcknowledgedText } from './AcknowledgedText';
import { CauseCell } from './CauseCell';
import { RecoveredText } from './RecoveredText';
import { ReviewButton } from './ReviewButton';
import styles from './IncidentTable.module.css';

/** @internal */
export interface IncidentTableProps {
  incidents: readonly Incident[];
  index: FactIndex;
  onShow(deploymentId: string): void;
  onCorrect(incident: Incident): void;
}

/** Pixels from which there is room for all columns, and for all but one. */
const WHOLE_FROM = 860;
const SCROLLS_BELOW = 680;

/** Incidents, a row each. It scrolls inside; the name stays. */
export function IncidentTable(props: IncidentTableProps) {
  const { incidents, index, onShow, onCorrect } = props;
  const { formats, t } = useVoice();
  const { ref, width } = useElementWidth<HTMLDivElement>(1024);

  // A phone scrolls to all; beside a drawer the review downloads them.
  const beside = width > SCROLLS_BELOW && width < WHOLE_FROM;

  const columns: ColumnConfig<Incident>[] = [
    {
      id: 'label',
      label: t('incidents.label'),
      isRowHeader: true,
      cell: row => (
        <Cell>
          <span className={styles.label}>
            {row.url ? (
              <AccentLink href={row.url} target="_blank" rel="noreferrer">
                {row.label}
              </AccentLink>
            ) : (
              row.label
            )}
          </span>
        </Cell>
      ),
    },
    {
      id: 'what',
      label: t('incidents.what'),
      cell: row => (
        <Cell>
          <span className={styles.what}>{row.title}</span>
        </Cell>
      ),
    },
    {
      id: 'opened',
      label: t('incidents.opened'),
      cell: row => (
        <Cell>
          <time
            className={styles.time}
            dateTime={row.startedAt}
            title={formats.instant(new Date(row.startedAt), 'exact')}
          >
            {formats.instant(new Date(row.startedAt), 'short')}
          </time>
        </Cell>
      ),
    },
    {
      ...numericColumn<Incident>({
        id: 'acknowledged',
        label: t('incidents.acknowledged'),
        render: row => <AcknowledgedText incident={row} />,
      }),
      isHidden: beside,
    },
    numericColumn<Incident>({
      id: 'recovered',
      label: t('incidents.recoveredHead'),
      render: row => <RecoveredText incident={row} />,
    }),
    {
      id: 'cause',
      label: t('incidents.cause'),
      cell: row => (
        <Cell>
          <CauseCell
            incident={row}
            index={index}
            onShow={onShow}
            onCorrect={onCorrect}
          />
        </Cell>
      ),
    },
    {
      id: 'review',
      label: t('incidents.review'),
      cell: row => (
        <Cell>
          <ReviewButton incident={row} compact={beside} />
        </Cell>
      ),
    },
  ];
  return (
    <div className={styles.table} ref={ref}>
      <TableSurface>
        <Table<Incident>
          columnConfig={columns}
          data={[...incidents]}
          pagination={{ type: 'none' }}
        />
      </TableSurface>
    </div>
  );
}
