import { ExplainedNumber, FigureRow } from '@plimsoll/plugin-plimsoll-react';
import type {
  MetricName,
  StabilityMetrics,
} from '@plimsoll/plugin-stability-common';
import {
  FigureStrip,
  FigureTrend,
  findFigure,
  grounds,
  headline,
  targetText,
} from '../figures';
import { useStabilityPaths } from '../routes';
import { useVoice } from '../words';

/** @internal */
export interface MetricRowProps {
  metrics: StabilityMetrics;
  metric: MetricName;
  name: string;
  /** The first is drawn with its interval. */
  first: boolean;
  /** It may no longer be true. */
  stale: boolean;
}

/** Grounds that a row has room for; the tab has them all. */
const MOST = 2;

/** One metric; its explanation is on the tab. */
export function MetricRow(props: MetricRowProps) {
  const { metrics, metric, name, first, stale } = props;
  const voice = useVoice();
  const paths = useStabilityPaths();
  const figure = findFigure(metrics.metrics, metric);
  if (!figure) {
    return null;
  }
  const target = targetText({ figure, ...voice });
  const all = grounds({ figure, ...voice });
  const told =
    figure.unit === 'ratio' ? all.slice(0, figure.window ? 2 : 1) : all;
  const drawn = first && figure.interval !== undefined;
  // The strip shows the interval; beside it is room for sample and target.
  const shown = drawn ? [all[0], ...(target ? [target] : [])] : told;
  return (
    <FigureRow
      name={name}
      first={first}
      stale={stale}
      picture={!drawn && <FigureTrend figure={figure} />}
      strip={drawn && <FigureStrip figure={figure} />}
      figure={
        <ExplainedNumber
          to={paths.tab(metrics.entityRef, { explain: metric })}
          stale={stale}
        >
          {headline({ figure, ...voice }).text}
        </ExplainedNumber>
      }
      ground={shown.slice(0, MOST).join(' \u00b7 ')}
      target={drawn ? undefined : target}
    />
  );
}
