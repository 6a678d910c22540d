import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import { CopyButton } from '../copy';
import { useFormats } from '../format';
import { plimsollTranslationRef } from '../translation';
import { describeError } from './describeError';
import { ViewMessage } from './ViewMessage';

/** @public */
export interface ErrorMessageProps {
  /** Names what is the matter: "The objectives could not be read". */
  title: string;
  error: unknown;
  /** Name of the backend that was asked, as people know it: "slo". */
  backend: string;
  onRetry: () => void;
  /** When it was last tried, and after how many seconds it is tried again. */
  tried?: { at: Date; nextInSeconds: number };
}

/**
 * The portal cannot answer: says so, says that the service itself is not
 * affected, and offers to try again.
 *
 * @public
 */
export function ErrorMessage(props: ErrorMessageProps) {
  const { title, error, backend, onRetry, tried } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const formats = useFormats();
  const { status, details } = describeError(error);
  return (
    <ViewMessage
      kind="error"
      title={title}
      actions={
        <>
          <Button
            variant="secondary"
            iconStart={<RiRefreshLine />}
            onPress={onRetry}
          >
            {t('view.retry')}
          </Button>
          <CopyButton
            variant="tertiary"
            text={details}
            label={t('view.copyDetails')}
          />
        </>
      }
    >
      {status === undefined
        ? t('view.errorUnreachable', { backend })
        : t('view.errorStatus', { backend, status: String(status) })}
      {tried && (
        <>
          {' '}
          {t('view.lastTried', {
            time: formats.instant(tried.at, 'clock-seconds'),
            wait: formats.duration(tried.nextInSeconds),
          })}
        </>
      )}
    </ViewMessage>
  );
}
