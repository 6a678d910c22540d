import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  BudgetChart,
  ChartFrame,
  ExclusionLegend,
  MarkerLegend,
  type TimePoint,
} from '@plimsoll/plugin-plimsoll-react';
import { sloTranslationRef } from '../translation';
import { durationText, useWords } from '../words';
import type { HistoryChartProps } from './HistoryChartProps';

/** @internal */
export interface BudgetHistoryProps extends HistoryChartProps {
  picker: ReactNode;
}

/**
 * The budget over time. A calendar window is told against its expected volume,
 * which never rises; what it is so far stands beside it.
 */
export function BudgetHistory(props: BudgetHistoryProps) {
  const { objective, history, axis, lanes, picker, onRange } = props;
  const { range, gaps, excluded, instants, endsNow } = axis;
  const { t } = useTranslationRef(sloTranslationRef);
  const { formats } = useWords();

  const line = (
    value:
      | 'remaining'
      | 'projectedRemaining'
      | 'rawRemaining'
      | 'rawProjectedRemaining',
  ): TimePoint[] =>
    history.points.map((point, index) => ({
      at: instants[index],
      value: point[value],
    }));
  const projects = history.points.some(
    ({ projectedRemaining }) => projectedRemaining !== undefined,
  );
  const raw = line(projects ? 'rawProjectedRemaining' : 'rawRemaining');
  const differs = raw.some(({ value }) => value !== undefined);
  const share = (value: number | undefined) => ({
    value,
    text: value === undefined ? t('table.none') : formats.share(value),
  });

  return (
    <ChartFrame
      title={t('panel.budget')}
      note={note()}
      actions={picker}
      table={{
        columns: [
          ...(projects
            ? [{ id: 'projected', label: t('table.projected') }]
            : []),
          {
            id: 'budget',
            label: projects ? t('table.soFar') : t('table.budget'),
          },
          ...(differs ? [{ id: 'raw', label: t('table.raw') }] : []),
          { id: 'bad', label: t('table.bad') },
          { id: 'total', label: t('table.total') },
        ],
        rows: history.points.map((point, index) => ({
          at: instants[index],
          cells: {
            budget: share(point.remaining),
            projected: share(point.projectedRemaining),
            raw: share(raw[index].value),
            bad: count(point.bad, point.coverage),
            total: count(point.total, point.coverage),
          },
        })),
      }}
    >
      <BudgetChart
        range={range}
        points={line(projects ? 'projectedRemaining' : 'remaining')}
        soFar={projects ? line('remaining') : undefined}
        gaps={gaps}
        excluded={excluded}
        raw={raw}
        lanes={lanes}
        endsNow={endsNow}
        onRange={onRange}
      />
      <MarkerLegend lanes={lanes} />
      {excluded.length > 0 && <ExclusionLegend raw={differs} />}
    </ChartFrame>
  );

  function note(): string {
    if (objective.state === 'warming-up') {
      return t('panel.budgetSoFar', {
        share: formats.share(objective.coverage),
        window: durationText(objective.window.duration, t),
      });
    }
    if (history.view === 'rolling') {
      return t('panel.budgetRolling', {
        window: durationText(objective.window.duration, t),
      });
    }
    return projects ? t('panel.budgetCalendar') : t('panel.budgetSince');
  }

  // Zero events and nothing measured are different things.
  function count(value: number, coverage: number) {
    return coverage > 0
      ? { value, text: formats.count(value) }
      : { text: t('table.none') };
  }
}
