import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { BurnChart, ChartFrame } from '@plimsoll/plugin-plimsoll-react';
import { sloTranslationRef } from '../translation';
import { durationText, useWords } from '../words';
import { burnThresholds } from '../figures';
import type { HistoryChartProps } from './HistoryChartProps';

/** The burn rate over time, with the rates that page. */
export function BurnHistory(props: HistoryChartProps) {
  const { objective, history, axis, lanes, onRange } = props;
  const { range, gaps, excluded, instants, endsNow } = axis;
  const { t } = useTranslationRef(sloTranslationRef);
  const { formats } = useWords();
  return (
    <ChartFrame
      title={t('panel.burn')}
      note={t('panel.burnNote', {
        window: durationText(objective.window.duration, t),
      })}
      table={{
        columns: [{ id: 'burn', label: t('table.burn') }],
        rows: history.points.map(({ burnRate }, index) => ({
          at: instants[index],
          cells: {
            burn: {
              value: burnRate,
              text:
                burnRate === undefined
                  ? t('table.none')
                  : formats.burnRate(burnRate),
            },
          },
        })),
      }}
    >
      <BurnChart
        range={range}
        points={history.points.map(({ burnRate }, index) => ({
          at: instants[index],
          value: burnRate,
        }))}
        thresholds={burnThresholds(objective)}
        gaps={gaps}
        excluded={excluded}
        lanes={lanes}
        endsNow={endsNow}
        onRange={onRange}
      />
    </ChartFrame>
  );
}
