import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  DemoBadge,
  PlainCard,
  StateChip,
  useNow,
  type TimeRange,
} from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { RiEqualizerLine } from '@remixicon/react';
import { CorrectionsSection } from '../corrections';
import { FaultLines, ReasonText } from '../notices';
import { OriginMark } from '../origin';
import { defaultRange, type HistoryRange } from '../queries/historyRange';
import { useHistory } from '../queries/useHistory';
import { useObjective } from '../queries/useObjective';
import { customRange, RangePicker, type CustomRange } from '../range';
import { TargetTrial, TRIAL_FIGURE } from '../simulate';
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
  /** The range that was chosen, if it is not the usual one. */
  preset?: HistoryRange;
  /** Shows a preset instead of a stretch of one's own. */
  onPreset(preset: HistoryRange): void;
  /** The stretch of time that was chosen on a chart. */
  custom?: CustomRange;
  onCustom(range: CustomRange | undefined): void;
  onExplain(figure: string): void;
  /** The target that is tried, in percent. */
  trial?: string;
  onTrial(percent: string | undefined): void;
}

/** Reasons that say themselves what is at fault. */
const TOLD: ReadonlyArray<ObjectiveStatus['reason']['code']> = [
  'faulty',
  'source-missing',
];

/** One objective in full: figures, lines, months, document. */
export function ObjectivePanel(props: ObjectivePanelProps) {
  const { objective, explained, custom, onCustom, onExplain } = props;
  const { trial, onTrial } = props;
  const { displayName, description, state, faults, demo, origin } = objective;
  const { t } = useTranslationRef(sloTranslationRef);
  const words = useWords();
  const now = useNow();
  const { preset = defaultRange(objective), onPreset } = props;
  const detail = useObjective(objective);
  const history = useHistory({ objective, range: custom ?? preset });
  const zoom = (range: TimeRange) => onCustom(customRange(range));
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
            {origin && (
              <p className={styles.second}>{t(`origin.title.${origin}`)}</p>
            )}
          </div>
          <OriginMark objective={objective} />
          {demo && <DemoBadge />}
          <StateChip state={state} label={words.state(objective, now)} />
          <Button
            variant="secondary"
            iconStart={<RiEqualizerLine />}
            aria-expanded={trial !== undefined}
            onPress={() =>
              onTrial(trial === undefined ? objective.targetText : undefined)
            }
          >
            {t('trial.open')}
          </Button>
        </header>
        {state !== 'ok' && (
          <p className={styles.reason}>
            <ReasonText objective={objective} />
          </p>
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
        {trial !== undefined && (
          <TargetTrial
            objective={objective}
            percent={trial}
            onChange={onTrial}
            onExplain={() => onExplain(TRIAL_FIGURE)}
          />
        )}
        <HistoryCharts
          objective={objective}
          history={history}
          custom={custom}
          picker={
            <RangePicker preset={preset} custom={custom} onPreset={onPreset} />
          }
          onRange={zoom}
        />
        <CorrectionsSection
          objective={objective}
          chosen={custom}
          onCorrected={() => {
            history.retry();
            detail.retry();
          }}
        />
        {detail.data && <MonthsView detail={detail.data} onOpen={zoom} />}
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
