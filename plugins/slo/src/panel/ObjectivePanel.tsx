import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PlainCard, StateChip } from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { DemoBadge, FaultLines } from '../notices';
import { defaultRange } from '../queries/historyRange';
import { useHistory } from '../queries/useHistory';
import { useNow } from '../queries/useNow';
import { useObjective } from '../queries/useObjective';
import { sloTranslationRef } from '../translation';
import { targetText, useWords } from '../words';
import { DetailError } from './DetailError';
import { DocumentView } from './DocumentView';
import { FigureTiles } from './FigureTiles';
import { HistoryCharts } from './HistoryCharts';
import { MonthsView } from './MonthsView';
import styles from './ObjectivePanel.module.css';

/** @internal */
export interface ObjectivePanelProps {
  objective: ObjectiveStatus;
  /** Figure whose explanation is open. */
  explained?: string;
  onExplain(figure: string): void;
}

/** Reasons that say themselves what is at fault. */
const TOLD: ReadonlyArray<ObjectiveStatus['reason']['code']> = [
  'faulty',
  'source-missing',
];

/** One objective in full: figures, lines, months, document. */
export function ObjectivePanel(props: ObjectivePanelProps) {
  const { objective, explained, onExplain } = props;
  const { displayName, description, state, faults, demo } = objective;
  const { t } = useTranslationRef(sloTranslationRef);
  const words = useWords();
  const now = useNow();
  const [range, setRange] = useState(() => defaultRange(objective));
  const detail = useObjective(objective);
  const history = useHistory({ objective, range });
  const isTold = TOLD.includes(objective.reason.code);
  const untold = faults.filter(({ severity }) => severity || !isTold);

  return (
    <PlainCard label={displayName}>
      <div className={styles.panel}>
        <header className={styles.head}>
          <div className={styles.names}>
            <h2 className={styles.title}>{displayName}</h2>
            <p className={styles.second}>
              {description ??
                t('panel.promise', {
                  target: targetText(objective),
                  window: words.window(objective),
                })}
            </p>
          </div>
          {demo && <DemoBadge />}
          <StateChip state={state} label={words.state(objective, now)} />
        </header>
        {state !== 'ok' && (
          <p className={styles.reason}>{words.reason(objective)}</p>
        )}
        {untold.length > 0 && (
          <FaultLines className={styles.faults} faults={untold} />
        )}
        <FigureTiles
          objective={objective}
          history={history.data}
          explained={explained}
          onExplain={onExplain}
        />
        <HistoryCharts
          objective={objective}
          history={history}
          range={range}
          onRange={setRange}
        />
        {detail.data && <MonthsView detail={detail.data} />}
        {detail.data && <DocumentView detail={detail.data} />}
        {!detail.data && detail.error !== undefined && (
          <DetailError
            error={detail.error}
            triedAt={detail.triedAt}
            onRetry={detail.retry}
          />
        )}
      </div>
    </PlainCard>
  );
}
