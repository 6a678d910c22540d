import {
  LoadingRows,
  ViewMessage,
  type ExplainLayoutProps,
  type Polled,
} from '@plimsoll/plugin-plimsoll-react';
import type { ServiceCost } from '@plimsoll/plugin-cost-common';
import { ExplanationContent } from '../explanation/ExplanationContent';
import type { SavingPage } from '../queries/useSavings';
import { SavingContent } from '../savings';
import { spanText, useVoice } from '../words';
import { figureText } from './figureText';
import type { TabQuery } from './useTabQuery';

/** The open drawer: of a figure, or of a saving; none by default. */
export function useTabDrawer(options: {
  cost: ServiceCost;
  query: TabQuery;
  savings: Polled<SavingPage>;
  onClose(): void;
}): ExplainLayoutProps['drawer'] {
  const { cost, query, savings, onClose } = options;
  const { explain, metric } = query;
  const voice = useVoice();
  const { formats, t } = voice;

  if (query.saving !== undefined) {
    const saving = savings.data?.items.find(({ id }) => id === query.saving);
    return {
      title: saving
        ? t('saving.title', {
            amount: formats.money(saving.realisable, {
              currency: saving.currency,
            }),
          })
        : t('savings.saving'),
      subtitle: saving?.title,
      content: saving ? (
        <SavingContent
          key={saving.id}
          saving={saving}
          onApplied={savings.retry}
        />
      ) : (
        notThere()
      ),
      onClose,
    };
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
      <ExplanationContent
        key={explain}
        entityRef={cost.entityRef}
        figure={explain}
        metric={metric}
        value={value}
      />
    ),
    onClose,
  };

  function notThere() {
    return savings.data ? (
      <ViewMessage kind="not-found" title={t('saving.gone')}>
        {t('saving.goneWhy')}
      </ViewMessage>
    ) : (
      <LoadingRows />
    );
  }
}
