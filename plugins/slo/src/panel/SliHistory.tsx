import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ChartFrame, SliChart } from '@plimsoll/plugin-plimsoll-react';
import { sloTranslationRef } from '../translation';
import { targetText, useWords } from '../words';
import type { HistoryChartProps } from './HistoryChartProps';

/** What was measured over time, with the target. */
export function SliHistory(props: HistoryChartProps) {
  const { objective, history, axis, lanes, onRange } = props;
  const { range, gaps, excluded, instants, endsNow } = axis;
  const { target } = objective;
  const { t } = useTranslationRef(sloTranslationRef);
  const { formats } = useWords();
  return (
    <ChartFrame
      title={t('panel.sli')}
      note={t('panel.sliNote')}
      table={{
        columns: [{ id: 'sli', label: t('table.sli') }],
        rows: history.points.map(({ sli }, index) => ({
          at: instants[index],
          cells: {
            sli: {
              value: sli,
              text:
                sli === undefined
                  ? t('table.none')
                  : formats.measured(sli, { target }),
            },
          },
        })),
      }}
    >
      <SliChart
        range={range}
        points={wholeSteps(history).map(({ sli }, index) => ({
          at: instants[index],
          value: sli,
        }))}
        target={target}
        targetText={targetText(objective)}
        gaps={gaps}
        excluded={excluded}
        lanes={lanes}
        endsNow={endsNow}
        onRange={onRange}
      />
    </ChartFrame>
  );
}

/**
 * Without a newest step that has only just begun: a few good events in a
 * minute are no 100 % beside hours.
 */
function wholeSteps({ points, step }: HistoryChartProps['history']) {
  const [before, newest] = points.slice(-2);
  const seconds =
    newest && (Date.parse(newest.at) - Date.parse(before.at)) / 1000;
  return newest && seconds < step / 2 ? points.slice(0, -1) : points;
}
