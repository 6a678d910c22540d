import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  CodeBlock,
  CopyButton,
  ViewMessage,
} from '@plimsoll/plugin-plimsoll-react';
import { RiBookOpenLine } from '@remixicon/react';
import { sloTranslationRef } from '../translation';
import styles from './NoSource.module.css';

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
  const [shown, setShown] = useState(false);
  return (
    <ViewMessage
      kind="not-configured"
      title={t('notConfigured.title')}
      actions={
        shown ? (
          <CopyButton text={CONFIG} />
        ) : (
          <Button
            variant="secondary"
            iconStart={<RiBookOpenLine />}
            onPress={() => setShown(true)}
          >
            {t('notConfigured.setUp')}
          </Button>
        )
      }
      details={
        shown && (
          <div className={styles.config}>
            <CodeBlock label={t('notConfigured.config')}>{CONFIG}</CodeBlock>
          </div>
        )
      }
    >
      {service
        ? t('notConfigured.why', {
            service: service.name,
            count: service.objectives,
          })
        : t('notConfigured.whyPortal')}
    </ViewMessage>
  );
}
