import {
  MarkerLegend,
  StackedBarChart,
  useMarkerLanes,
} from '@plimsoll/plugin-plimsoll-react';
import type { DeploymentCost } from '@plimsoll/plugin-cost-common';
import { isAlone, useVoice } from '../words';
import { barText } from './chartRows';
import { chartFinding } from './chartFinding';
import type { NamedBar } from './costBars';
import type { CostSeriesId } from './costSeries';
import { HatchKey } from './HatchKey';
import { LaneKey } from './LaneKey';
import styles from './CostChart.module.css';

/** @internal */
export interface CostChartProps {
  entityRef: string;
  /** Not empty. */
  bars: readonly NamedBar[];
  series: readonly CostSeriesId[];
  currency: string;
  /** The deployment that moved the unit cost. */
  changedBy?: DeploymentCost;
}

/** The bars, the marks above them, and what both mean. */
export function CostChart(props: CostChartProps) {
  const { entityRef, bars, series, currency, changedBy } = props;
  const voice = useVoice();
  const { formats, t } = voice;
  const range = { from: bars[0].bar.from, to: bars[bars.length - 1].bar.to };
  const lanes = useMarkerLanes({ entityRef, ...range }).filter(
    ({ markers, failed }) => failed || markers.length > 0,
  );
  return (
    <>
      <StackedBarChart
        range={range}
        bars={bars.map(({ bar }) => bar)}
        series={series.map(id => ({ id, label: t(`category.${id}`) }))}
        finding={chartFinding({ bars, currency, ...voice })}
        formatTick={value =>
          formats.money(String(value), { currency, whole: value % 1 === 0 })
        }
        describe={index => ({
          time: bars[index].name,
          value: barText({ ...bars[index], currency, ...voice }),
        })}
        lanes={lanes}
        callout={callout()}
        incompleteNote={t('chart.due')}
      />
      <div className={styles.legend}>
        <MarkerLegend lanes={lanes} />
        {lanes.map(lane => (
          <LaneKey key={lane.id} lane={lane} />
        ))}
        {bars.some(({ incomplete }) => incomplete) && (
          <HatchKey>{t('chart.legend')}</HatchKey>
        )}
      </div>
    </>
  );

  function callout() {
    if (!changedBy?.perMonth) {
      return undefined;
    }
    const at = new Date(changedBy.finishedAt);
    return at < range.from || at >= range.to
      ? undefined
      : {
          at,
          text: t(isAlone(changedBy) ? 'chart.step' : 'chart.stepOfSeveral', {
            version: changedBy.version ?? changedBy.deploymentId,
            amount: formats.money(changedBy.perMonth, {
              currency,
              whole: true,
              signed: true,
            }),
          }),
        };
  }
}
