import type { ExplainLayoutProps } from '@plimsoll/plugin-plimsoll-react';
import type { StabilityMetrics } from '@plimsoll/plugin-stability-common';
import { DeploymentContent, MetricExplanationContent } from '../explanation';
import { findFigure, headline } from '../figures';
import { deploymentName, useVoice, type FactIndex } from '../words';
import type { TabQuery } from './useTabQuery';

/**
 * The open explanation: of a number, or of a deployment. `undefined` while
 * none is open.
 */
export function useTabDrawer(options: {
  entityRef: string;
  query: TabQuery;
  metrics: StabilityMetrics;
  index: FactIndex;
  onClose(): void;
}): ExplainLayoutProps['drawer'] {
  const { entityRef, query, metrics, index, onClose } = options;
  const { explain, deployment: id, range } = query;
  const voice = useVoice();
  const { formats, t } = voice;

  if (id !== undefined) {
    const known = index.deployments.get(id);
    return {
      title: t('why.title', { version: deploymentName(known ?? { id }) }),
      subtitle: known && subtitleOf(),
      content: <DeploymentContent key={id} id={id} index={index} />,
      onClose,
    };
  }
  const figure = explain && findFigure(metrics.metrics, explain);
  if (!figure) {
    return undefined;
  }
  const { text, words } = headline({ figure, ...voice });
  const metric = t(`metric.${figure.metric}`);
  const looked = figure.window ?? metrics;
  return {
    title: words
      ? t('explain.titleWords', { metric, value: text })
      : t('explain.title', { value: text }),
    subtitle: t('explain.subtitle', {
      metric,
      from: formats.instant(new Date(looked.from), 'date'),
      to: formats.instant(new Date(looked.to), 'date'),
      time: formats.instant(new Date(metrics.computedAt), 'clock-seconds'),
    }),
    content: (
      <MetricExplanationContent
        key={figure.metric}
        entityRef={entityRef}
        range={range}
        metric={figure.metric}
        index={index}
      />
    ),
    onClose,
  };

  function subtitleOf(): string | undefined {
    const known = id === undefined ? undefined : index.deployments.get(id);
    if (!known) {
      return undefined;
    }
    const { environment, finishedAt, startedAt, state } = known;
    const isLive = finishedAt && state !== 'aborted' && state !== 'failed';
    const time = formats.instant(
      new Date(isLive ? finishedAt : startedAt),
      'short',
    );
    return isLive
      ? t('why.subtitle', { environment, time })
      : t('why.subtitleNever', { environment, time });
  }
}
