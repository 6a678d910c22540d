import {
  ChangeStrip,
  SecondText,
  type StripScale,
} from '@plimsoll/plugin-plimsoll-react';
import type { DeploymentCost } from '@plimsoll/plugin-cost-common';
import { isNotable, useVoice } from '../words';
import styles from './ChangeCell.module.css';

/** @internal */
export interface ChangeCellProps {
  deployment: DeploymentCost;
  /** The same for all rows. */
  scale: StripScale;
}

/** How much a request's cost changed, and how sure that is. */
export function ChangeCell(props: ChangeCellProps) {
  const { deployment, scale } = props;
  const { change, state } = deployment;
  const { formats, t } = useVoice();
  if (!change) {
    return (
      <span className={styles.change}>
        <SecondText>
          {state === 'no-volume'
            ? t('deployments.noVolume')
            : t('deployments.noPairs')}
        </SecondText>
      </span>
    );
  }
  const share = (ratio: number) => formats.share(ratio, { signed: true });
  return (
    <span className={styles.change}>
      <ChangeStrip
        value={change.ratio}
        low={change.low}
        high={change.high}
        scale={scale}
        label={t('deployments.interval', {
          change: share(change.ratio),
          low: share(change.low),
          high: share(change.high),
        })}
      />
      <span
        className={styles.figure}
        data-notable={
          (state === 'changed' && isNotable(change.ratio)) || undefined
        }
      >
        {share(change.ratio)}
      </span>
    </span>
  );
}
