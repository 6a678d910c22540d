import {
  ExplainedNumber,
  SecondText,
  TwoLines,
} from '@plimsoll/plugin-plimsoll-react';
import type {
  MetricName,
  ServiceStability,
} from '@plimsoll/plugin-stability-common';
import { findFigure, grounds, headline } from '../figures';
import { useStabilityPaths } from '../routes';
import { useVoice } from '../words';
import styles from './cells.module.css';

/** @internal */
export interface MetricCellProps {
  service: ServiceStability;
  metric: MetricName;
}

/** A metric of one service with its first ground below it. */
export function MetricCell(props: MetricCellProps) {
  const { service, metric } = props;
  const voice = useVoice();
  const paths = useStabilityPaths();
  const figure = findFigure(service.metrics, metric);
  if (!figure) {
    return <SecondText>{voice.t('figure.noData')}</SecondText>;
  }
  return (
    <TwoLines second={grounds({ figure, ...voice })[0]}>
      <span className={styles.value}>
        <ExplainedNumber to={paths.tab(service.entityRef, { explain: metric })}>
          {headline({ figure, ...voice }).text}
        </ExplainedNumber>
      </span>
    </TwoLines>
  );
}
