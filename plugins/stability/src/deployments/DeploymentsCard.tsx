import { Button } from '@backstage/ui';
import {
  AccentLink,
  ChoiceSelect,
  PlainCard,
  type Polled,
} from '@plimsoll/plugin-plimsoll-react';
import type {
  DeploymentPage,
  VerdictName,
} from '@plimsoll/plugin-stability-common';
import { useStabilityPaths } from '../routes';
import { useVoice, type FactIndex } from '../words';
import { DeploymentRows } from './DeploymentRows';
import { DeploymentsState } from './DeploymentsState';
import { FILTERS } from './verdictFilters';
import styles from './DeploymentsCard.module.css';

/** @internal */
export interface DeploymentsCardProps {
  deployments: Polled<DeploymentPage>;
  index: FactIndex;
  /** Start of the range, ISO instant. */
  from: string;
  /** How many are shown at most. */
  wanted: number;
  verdict?: VerdictName;
  /** Id of the deployment that is shown beside. */
  selected?: string;
  onVerdict(verdict: VerdictName | undefined): void;
  onOlder(): void;
  onShow(id: string): void;
  onCorrected(): void;
}

/** The deployments of a range with their verdicts, newest first. */
export function DeploymentsCard(props: DeploymentsCardProps) {
  const { deployments, index, from, wanted, verdict, selected } = props;
  const { onVerdict, onOlder, onShow, onCorrected } = props;
  const { formats, t } = useVoice();
  const { inbox } = useStabilityPaths();
  const { data } = deployments;
  const rows = data?.items.slice(0, wanted) ?? [];

  return (
    <PlainCard flush label={t('deployments.title')}>
      <div className={styles.head}>
        <div>
          <h2 className={styles.title}>{t('deployments.title')}</h2>
          <p className={styles.subtitle}>{t('deployments.subtitle')}</p>
        </div>
        <span className={styles.choice}>
          <ChoiceSelect
            label={t('deployments.verdict')}
            any={t('deployments.anyVerdict')}
            options={FILTERS.map(id => ({
              id,
              label: t(`deployments.verdicts.${id}`),
            }))}
            selected={verdict}
            onSelect={onVerdict}
          />
        </span>
        {inbox && (
          <AccentLink href={inbox}>{t('deployments.inbox')}</AccentLink>
        )}
      </div>
      {data && rows.length > 0 ? (
        <>
          <DeploymentRows
            deployments={rows}
            index={index}
            selected={selected}
            onShow={onShow}
            onCorrected={onCorrected}
          />
          <div className={styles.foot}>
            <span>
              {t('deployments.shown', {
                shown: formats.count(rows.length),
                total: formats.count(data.totalItems),
                from: formats.instant(new Date(from), 'date'),
              })}
            </span>
            {data.totalItems > rows.length && (
              <span className={styles.older}>
                <Button variant="secondary" onPress={onOlder}>
                  {t('deployments.older')}
                </Button>
              </span>
            )}
          </div>
        </>
      ) : (
        <div className={styles.state}>
          <DeploymentsState
            deployments={deployments}
            filtered={verdict !== undefined}
            onClear={() => onVerdict(undefined)}
          />
        </div>
      )}
    </PlainCard>
  );
}
