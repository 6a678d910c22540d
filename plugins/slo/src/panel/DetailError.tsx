import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  describeError,
  ErrorMessage,
  RETRY_SECONDS,
  ViewMessage,
} from '@plimsoll/plugin-plimsoll-react';
import { sloTranslationRef } from '../translation';

/** @internal */
export interface DetailErrorProps {
  error: unknown;
  /** When it was last tried. */
  triedAt?: Date;
  onRetry(): void;
}

/** Why months and document of an objective are not shown. */
export function DetailError(props: DetailErrorProps) {
  const { error, triedAt, onRetry } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  return describeError(error).kind === 'not-found' ? (
    <ViewMessage kind="not-found" title={t('error.notFound')}>
      {t('error.notFoundWhy')}
    </ViewMessage>
  ) : (
    <ErrorMessage
      title={t('error.objective')}
      error={error}
      backend="slo"
      onRetry={onRetry}
      tried={triedAt && { at: triedAt, nextInSeconds: RETRY_SECONDS }}
    />
  );
}
