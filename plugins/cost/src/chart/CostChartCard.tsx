import { useMemo } from 'react';
import {
  ChartFrame,
  ChoiceGroup,
  PlainCard,
  useNow,
  ViewMessage,
} from '@plimsoll/plugin-plimsoll-react';
import {
  COST_METRICS,
  costReadPermission,
  type CostMetric,
  type ServiceCost,
} from '@plimsoll/plugin-cost-common';
import { ReadState } from '../empty';
import { rangeDays, RANGES, type Range } from '../queries/ranges';
import { useServiceCost } from '../queries/useServiceCost';
import { dayOf, useVoice } from '../words';
import { chartRows } from './chartRows';
import { CostChart } from './CostChart';
import { dayBars, monthBars } from './costBars';
import { costSeries } from './costSeries';

/** @internal */
export interface CostChartCardProps {
  entityRef: string;
  /** The month so far, with the months before it. */
  cost: ServiceCost;
  metric: CostMetric;
  /** As the address has it; that of the bill without it. */
  asked?: string;
  range: Range;
  onMetric(metric: CostMetric): void;
  onRange(range: Range): void;
}

/** Days or months by category, with deployments on the same axis. */
export function CostChartCard(props: CostChartCardProps) {
  const { entityRef, cost, metric, asked, range, onMetric, onRange } = props;
  const voice = useVoice();
  const { t } = voice;
  const today = dayOf(useNow());
  const span = useMemo(
    () => rangeDays(range, new Date(`${today}T00:00:00Z`)),
    [range, today],
  );
  const daily = useServiceCost({
    entityRef,
    request: span && {
      ...span,
      metric,
      ...(asked && { currency: asked }),
    },
  });
  const raw = span ? daily.data?.days : cost.months;
  const series = costSeries(raw ?? []);
  const bars = span
    ? dayBars(daily.data?.days ?? [], series, voice)
    : monthBars(cost, series, voice);
  const { currency } = cost.proof;

  return (
    <PlainCard>
      <ChartFrame
        title={span ? t('chart.daily') : t('chart.monthly')}
        actions={
          <>
            <ChoiceGroup
              label={t('chart.metric')}
              options={COST_METRICS.map(id => ({
                id,
                label: t(`metric.${id}`),
              }))}
              selected={metric}
              onSelect={onMetric}
            />
            <ChoiceGroup
              label={t('chart.range')}
              options={RANGES.map(id => ({
                id,
                label: t(`chart.ranges.${id}`),
              }))}
              selected={range}
              onSelect={onRange}
            />
          </>
        }
        table={chartRows({ bars, series, currency, ...voice })}
      >
        {raw === undefined ? (
          <ReadState
            polled={daily}
            title={t('error.service')}
            permission={costReadPermission.name}
          />
        ) : (
          chart()
        )}
      </ChartFrame>
    </PlainCard>
  );

  function chart() {
    return bars.length === 0 ? (
      <ViewMessage kind="empty" title={t('chart.empty')}>
        {t('chart.emptyWhy')}
      </ViewMessage>
    ) : (
      <CostChart
        entityRef={entityRef}
        bars={bars}
        series={series}
        currency={currency}
        changedBy={cost.unitCosts.find(({ changedBy }) => changedBy)?.changedBy}
      />
    );
  }
}
