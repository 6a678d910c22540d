import '../theme/roles.css';
import { useState, type ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ToggleButton } from '@backstage/ui';
import { RiTableLine } from '@remixicon/react';
import { plimsollTranslationRef } from '../translation';
import { ChartTable, type ChartRows } from './ChartTable';
import styles from './ChartFrame.module.css';

/** @public */
export interface ChartFrameProps {
  title: string;
  /** What the axis means, beside the title. */
  note?: string;
  /** Range picker and the like. */
  actions?: ReactNode;
  /** The rows behind the chart. */
  table: ChartRows;
  children: ReactNode;
}

/**
 * Title, controls and the "Table" switch of a chart.
 *
 * @public
 */
export function ChartFrame(props: ChartFrameProps) {
  const { title, note, actions, table, children } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const [asTable, setAsTable] = useState(false);
  return (
    <section className={styles.frame} aria-label={title}>
      <div className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        {note && <span className={styles.note}>{note}</span>}
        <div className={styles.actions}>
          {actions}
          <ToggleButton
            iconStart={<RiTableLine />}
            isSelected={asTable}
            onChange={setAsTable}
          >
            {t('chart.table')}
          </ToggleButton>
        </div>
      </div>
      {asTable ? <ChartTable label={title} data={table} /> : children}
    </section>
  );
}
