import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  ReadState,
  RefreshNotice,
  ViewMessage,
} from '@plimsoll/plugin-plimsoll-react';
import {
  sloObjectiveReadPermission,
  type ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { TargetControls } from './TargetControls';
import { targetOf } from './targetScale';
import { TrialResult } from './TrialResult';
import { useTrial } from './useTrial';
import styles from './TargetTrial.module.css';

/** @internal */
export interface TargetTrialProps {
  objective: ObjectiveStatus;
  /** The target that is tried, in percent. */
  percent: string;
  onChange(percent: string): void;
  onExplain(): void;
}

/** What another target would have meant for an objective. */
export function TargetTrial(props: TargetTrialProps) {
  const { objective, percent, onChange, onExplain } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const target = targetOf(percent) ?? objective.target;
  const trial = useTrial({ objective, target });
  const { data } = trial;
  return (
    <section className={styles.trial} aria-label={t('trial.title')}>
      <div className={styles.head}>
        <h3 className={styles.title}>{t('trial.title')}</h3>
        <Button variant="tertiary" size="small" onPress={onExplain}>
          {t('trial.explain')}
        </Button>
      </div>
      <TargetControls value={percent} onChange={onChange} />
      {content()}
      <RefreshNotice polled={trial} />
    </section>
  );

  function content() {
    if (!data) {
      return (
        <ReadState
          polled={trial}
          title={t('trial.failed')}
          backend="slo"
          permission={sloObjectiveReadPermission.name}
          refused={t('trial.refused')}
        />
      );
    }
    return data.coverage > 0 ? (
      <TrialResult answer={data} tried={target} outdated={trial.outdated} />
    ) : (
      <ViewMessage kind="empty" title={t('trial.empty')}>
        {t('trial.emptyWhy')}
      </ViewMessage>
    );
  }
}
