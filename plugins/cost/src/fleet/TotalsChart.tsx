import { useMemo } from 'react';
import {
  ChartFrame,
  PlainCard,
  StackedBarChart,
  useNow,
} from '@plimsoll/plugin-plimsoll-react';
import {
  costTotalReadPermission,
  type CostMetric,
} from '@plimsoll/plugin-cost-common';
import { chartFinding } from '../chart/chartFinding';
import { barText, chartRows } from '../chart/chartRows';
import { dayBars } from '../chart/costBars';
import { costSeries } from '../chart/costSeries';
import { ReadState } from '../empty';
import { DEFAULT_RANGE, rangeDays } from '../queries/ranges';
import { useOverview } from '../queries/useOverview';
import { dayOf, useVoice } from '../words';

/** @internal */
export interface TotalsChartProps {
  metric: CostMetric;
}

/** Pixels from the top to the zero line: the table below matters more. */
const BOTTOM = 170;

/** The whole bill by day and category over the last 30 days. */
export function TotalsChart(props: TotalsChartProps) {
  const { metric } = props;
  const voice = useVoice();
  const { formats, t } = voice;
  const today = dayOf(useNow());
  const span = useMemo(
    () => rangeDays(DEFAULT_RANGE, new Date(`${today}T00:00:00Z`)),
    [today],
  );
  const overview = useOverview({ ...span, metric });
  const { data } = overview;
  if (!data) {
    return (
      <PlainCard>
        <ReadState
          polled={overview}
          title={t('error.overview')}
          permission={costTotalReadPermission.name}
          rows={3}
        />
      </PlainCard>
    );
  }
  const { days, proof } = data;
  const { currency } = proof;
  if (days.length === 0) {
    return null;
  }
  const series = costSeries(days);
  const bars = dayBars(days, series, voice);
  return (
    <PlainCard>
      <ChartFrame
        title={t('chart.daily')}
        table={chartRows({ bars, series, currency, ...voice })}
      >
        <StackedBarChart
          range={{ from: bars[0].bar.from, to: bars[bars.length - 1].bar.to }}
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
          incompleteNote={t('chart.due')}
          bottom={BOTTOM}
        />
      </ChartFrame>
    </PlainCard>
  );
}
