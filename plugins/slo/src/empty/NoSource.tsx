import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SetUpMessage } from '@plimsoll/plugin-plimsoll-react';
import { sloTranslationRef } from '../translation';

/** @internal */
export interface NoSourceProps {
  /** The service whose objectives cannot be measured; all of them otherwise. */
  service?: { name: string; objectives: number };
}

/** What an administrator adds to app-config.yaml. */
const CONFIG = `slo:
  sources:
    prometheus:
      { type: prometheus, baseUrl: 'https://prometheus.example.com' }
`;

/** Nothing is set up that could measure an objective. */
export function NoSource(props: NoSourceProps) {
  const { service } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  return (
    <SetUpMessage
      title={t('notConfigured.title')}
      action={t('notConfigured.setUp')}
      lines={CONFIG}
      label={t('notConfigured.config')}
    >
      {service
        ? t('notConfigured.why', {
            service: service.name,
            count: service.objectives,
          })
        : t('notConfigured.whyPortal')}
    </SetUpMessage>
  );
}
