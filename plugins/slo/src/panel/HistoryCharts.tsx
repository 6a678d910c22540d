import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import {
  ErrorMessage,
  RefreshNotice,
  RETRY_SECONDS,
  useMarkerLanes,
  ViewMessage,
  type Polled,
  type TimeRange,
} from '@plimsoll/plugin-plimsoll-react';
import type {
  ObjectiveHistory,
  ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import type { CustomRange } from '../range';
import { sloTranslationRef } from '../translation';
import { BudgetHistory } from './BudgetHistory';
import { BurnHistory } from './BurnHistory';
import { CoverageHistory } from './CoverageHistory';
import { historyAxis } from './historyAxis';
import { SliHistory } from './SliHistory';
import styles from './HistoryCharts.module.css';

/** @internal */
export interface HistoryChartsProps {
  objective: ObjectiveStatus;
  history: Polled<ObjectiveHistory>;
  /** The stretch that was chosen; without one the range ends now. */
  custom?: CustomRange;
  picker: JSX.Element;
  onRange(range: TimeRange): void;
}

/** The lines of an objective, all on one time axis. */
export function HistoryCharts(props: HistoryChartsProps) {
  const { objective, history, custom, picker, onRange } = props;
  const { data, error, triedAt, retry } = history;
  const { t } = useTranslationRef(sloTranslationRef);

  if (data?.points.some(({ coverage }) => coverage > 0)) {
    return (
      <div className={styles.charts}>
        <RefreshNotice polled={history} />
        <Charts
          objective={objective}
          history={data}
          custom={custom}
          picker={picker}
          onRange={onRange}
        />
      </div>
    );
  }
  return (
    <div className={styles.charts}>
      <div className={styles.picker}>{picker}</div>
      <div className={styles.frame}>{stateOf()}</div>
    </div>
  );

  function stateOf() {
    if (data) {
      return (
        <ViewMessage kind="empty" title={t('panel.noHistory')}>
          {objective.state === 'no-data'
            ? t('panel.noHistoryNoData')
            : t('panel.noHistoryWhy')}
        </ViewMessage>
      );
    }
    return error ? (
      <ErrorMessage
        title={t('error.history')}
        error={error}
        backend="slo"
        onRetry={retry}
        tried={triedAt && { at: triedAt, nextInSeconds: RETRY_SECONDS }}
      />
    ) : (
      <Skeleton width="100%" height="100%" />
    );
  }
}

function Charts(props: {
  objective: ObjectiveStatus;
  history: ObjectiveHistory;
  custom?: CustomRange;
  picker: JSX.Element;
  onRange(range: TimeRange): void;
}) {
  const { objective, history, custom, picker, onRange } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const axis = historyAxis({ history, custom, t });
  const lanes = useMarkerLanes({
    entityRef: objective.entityRef,
    ...axis.range,
  });
  const shared = { objective, history, axis, lanes, onRange };
  return (
    <>
      <BudgetHistory {...shared} picker={picker} />
      <BurnHistory {...shared} />
      <SliHistory {...shared} />
      <CoverageHistory {...shared} />
    </>
  );
}
