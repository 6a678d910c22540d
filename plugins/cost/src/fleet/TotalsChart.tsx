import {
  ChartFrame,
  PlainCard,
  StackedBarChart,
} from '@plimsoll/plugin-plimsoll-react';
import type { CostOverview } from '@plimsoll/plugin-cost-common';
import { chartFinding } from '../chart/chartFinding';
import { barText, chartRows } from '../chart/chartRows';
import { dayBars } from '../chart/costBars';
import { costSeries } from '../chart/costSeries';
import { useVoice } from '../words';

/** @internal */
export interface TotalsChartProps {
  /** With one day at least. */
  overview: CostOverview;
}

/** Pixels from the top to the zero line: the table below matters more. */
const BOTTOM = 170;

/** The whole bill by day and category. */
export function TotalsChart(props: TotalsChartProps) {
  const { days, proof } = props.overview;
  const { currency } = proof;
  const voice = useVoice();
  const { formats, t } = voice;
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
