import type { ExplainLayoutProps } from '@plimsoll/plugin-plimsoll-react';
import type { CostOverview } from '@plimsoll/plugin-cost-common';
import { spanText, useVoice } from '../words';
import type { FleetQuery } from './FleetQuery';
import { OverviewExplanation } from './OverviewExplanation';
import { overviewFigure } from './overviewFigure';

/** The open explanation of a total; none to who may not see totals. */
export function useFleetDrawer(options: {
  overview: CostOverview | undefined;
  query: Pick<FleetQuery, 'explain' | 'metric'>;
  onClose(): void;
}): ExplainLayoutProps['drawer'] {
  const { overview, query, onClose } = options;
  const { explain, metric } = query;
  const voice = useVoice();
  const { t } = voice;
  const value =
    overview &&
    explain &&
    overviewFigure({ figure: explain, overview, ...voice });
  if (!overview || !explain || !value) {
    return undefined;
  }
  return {
    title: t('explain.title', { value }),
    subtitle: t('explain.subtitle', {
      service: t('overview.name'),
      span: spanText(overview, voice),
      metric: t(`card.footMetric.${metric}`),
    }),
    content: (
      <OverviewExplanation
        key={explain}
        figure={explain}
        metric={metric}
        proof={overview.proof}
        value={value}
      />
    ),
    onClose,
  };
}
