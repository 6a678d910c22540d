import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ChartFrame, CoverageStrip } from '@plimsoll/plugin-plimsoll-react';
import { sloTranslationRef } from '../translation';
import { useWords } from '../words';
import type { HistoryChartProps } from './HistoryChartProps';

/** Which stretches of the range were measured. */
export function CoverageHistory(props: HistoryChartProps) {
  const { history, axis } = props;
  const { range, gaps } = axis;
  const { t } = useTranslationRef(sloTranslationRef);
  const { formats } = useWords();
  return (
    <ChartFrame
      title={t('panel.coverage')}
      note={t('panel.coverageNote')}
      table={{
        columns: [
          { id: 'until', label: t('table.until') },
          { id: 'length', label: t('table.length') },
          { id: 'why', label: t('table.why') },
        ],
        rows: history.gaps.map(({ reason }, index) => {
          const { from, to } = gaps[index];
          const seconds = (to.getTime() - from.getTime()) / 1000;
          return {
            at: from,
            cells: {
              until: {
                value: to.getTime(),
                text: formats.instant(to, 'short'),
              },
              length: { value: seconds, text: formats.duration(seconds) },
              why: { text: t(`gap.${reason}`) },
            },
          };
        }),
      }}
    >
      <CoverageStrip
        range={range}
        gaps={gaps}
        coverage={measuredShare(history)}
      />
    </ChartFrame>
  );
}

/**
 * Mean coverage of the points, whose steps are equal; all without a gap.
 * Excluded steps say nothing of it.
 */
function measuredShare(history: HistoryChartProps['history']): number {
  const { gaps, step } = history;
  const points = history.points.filter(
    ({ excludedSeconds = 0 }) => excludedSeconds < step,
  );
  if (gaps.length === 0 || points.length === 0) {
    return 1;
  }
  const sum = points.reduce((total, { coverage }) => total + coverage, 0);
  return sum / points.length;
}
