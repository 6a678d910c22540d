import type { Entity } from '@backstage/catalog-model';
import { CodeBlock, CopyButton } from '@plimsoll/plugin-plimsoll-react';
import { useVoice } from '../words';
import { firstAnnotations, firstEventCommand } from './firstEventTexts';
import styles from './empty.module.css';

/** @internal */
export interface FirstEventsProps {
  entity: Entity;
}

/** What to do where nothing was ever heard of a service. */
export function FirstEvents(props: FirstEventsProps) {
  const { entity } = props;
  const { t } = useVoice();
  const service = entity.metadata.title ?? entity.metadata.name;
  const annotations = firstAnnotations(entity);
  const command = firstEventCommand(entity);
  return (
    <div className={styles.first}>
      <h3 className={styles.title}>{t('empty.title', { service })}</h3>
      <p className={styles.why}>{t('empty.why')}</p>
      <div className={styles.code}>
        <CodeBlock label={t('empty.annotations', { service })}>
          {annotations}
        </CodeBlock>
      </div>
      <div className={styles.actions}>
        <CopyButton
          variant="primary"
          text={annotations}
          label={t('empty.copyAnnotations')}
        />
      </div>
      <p className={styles.why}>{t('empty.orSend')}</p>
      <div className={styles.code}>
        <CodeBlock label={t('empty.command', { service })}>{command}</CodeBlock>
      </div>
      <div className={styles.actions}>
        <CopyButton text={command} label={t('empty.copyCommand')} />
      </div>
    </div>
  );
}
