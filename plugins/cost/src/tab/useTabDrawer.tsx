import type {
  ExplainLayoutProps,
  Polled,
} from '@plimsoll/plugin-plimsoll-react';
import type { SavingPage, ServiceCost } from '@plimsoll/plugin-cost-common';
import { useSavingDrawer } from '../savings';
import { spanText, useVoice } from '../words';
import { figureText } from './figureText';
import { ServiceExplanation } from './ServiceExplanation';
import type { TabQuery } from './useTabQuery';

/** The open drawer: of a figure, or of a saving; none by default. */
export function useTabDrawer(options: {
  cost: ServiceCost;
  query: TabQuery;
  savings: Polled<SavingPage>;
  onClose(): void;
}): ExplainLayoutProps['drawer'] {
  const { cost, query, savings, onClose } = options;
  const { explain, metric, currency } = query;
  const voice = useVoice();
  const { t } = voice;
  const saving = useSavingDrawer({ id: query.saving, savings, onClose });

  if (saving) {
    return saving;
  }
  const value = explain && figureText({ figure: explain, cost, ...voice });
  if (!explain || !value) {
    return undefined;
  }
  return {
    title: t('explain.title', { value }),
    subtitle: t('explain.subtitle', {
      service: cost.title,
      span: spanText(cost, voice),
      metric: t(`card.footMetric.${metric}`),
    }),
    content: (
      <ServiceExplanation
        key={explain}
        cost={cost}
        figure={explain}
        metric={metric}
        asked={currency}
        value={value}
      />
    ),
    onClose,
  };
}
