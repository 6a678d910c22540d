import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { useFormats } from '@plimsoll/plugin-plimsoll-react';
import type { SourceStatus } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';

/** @internal */
export interface SourceNoticeProps {
  sources: readonly SourceStatus[];
}

/** Says which sources do not answer, and what that means for the page. */
export function SourceNotice(props: SourceNoticeProps) {
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  return (
    <>
      {props.sources
        .filter(source => !source.up)
        .map(({ name, downSince }) => (
          <Alert
            key={name}
            status="warning"
            icon
            title={
              downSince
                ? t('source.down', {
                    source: name,
                    since: formats.instant(
                      new Date(downSince),
                      'clock-seconds',
                    ),
                  })
                : t('source.downUndated', { source: name })
            }
            description={t('source.kept')}
          />
        ))}
    </>
  );
}
