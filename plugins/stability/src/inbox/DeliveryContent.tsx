import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  CodeBlock,
  CopyButton,
  refName,
} from '@plimsoll/plugin-plimsoll-react';
import {
  stabilityInboxManagePermission,
  type InboxItem,
} from '@plimsoll/plugin-stability-common';
import { RiRefreshLine, RiLinksLine } from '@remixicon/react';
import { stabilityApiRef } from '../api';
import { SaveError } from '../correction';
import { ReadState } from '../empty';
import { useInboxItem } from '../queries/useInbox';
import { useVoice } from '../words';
import { readableBody } from './readableBody';
import { StateWord } from './StateWord';
import styles from './DeliveryContent.module.css';

/** @internal */
export interface DeliveryContentProps {
  id: string;
  onMap(item: InboxItem): void;
  onReplayed(): void;
}

/** One delivery: what became of it, what names it carries, its body. */
export function DeliveryContent(props: DeliveryContentProps) {
  const { id, onMap, onReplayed } = props;
  const { formats, t } = useVoice();
  const stabilityApi = useApi(stabilityApiRef);
  const read = useInboxItem(id);
  const [error, setError] = useState<unknown>();
  const [replayed, setReplayed] = useState(false);
  const permission = stabilityInboxManagePermission.name;
  const item = read.data;
  if (!item) {
    return (
      <ReadState
        polled={read}
        title={t('error.delivery')}
        permission={permission}
      />
    );
  }
  const replay = async () => {
    setError(undefined);
    try {
      await stabilityApi.replay(id);
      setReplayed(true);
      read.retry();
      onReplayed();
    } catch (cause) {
      setError(cause);
    }
  };
  return (
    <div className={styles.content}>
      <div className={styles.actions}>
        {item.state === 'unmatched' && (
          <Button
            variant="primary"
            iconStart={<RiLinksLine />}
            onPress={() => onMap(item)}
          >
            {t('delivery.map')}
          </Button>
        )}
        <Button
          variant="secondary"
          iconStart={<RiRefreshLine />}
          onPress={replay}
        >
          {t('delivery.replay')}
        </Button>
      </div>
      {replayed && <p role="status">{t('delivery.replayed')}</p>}
      <SaveError error={error} permission={permission} />
      <section>
        <h3 className={styles.title}>{t('delivery.why')}</h3>
        <StateWord state={item.state} />
        {item.error && <p className={styles.error}>{item.error}</p>}
        <p className={styles.second}>
          {t('inbox.attempts', { count: item.attempts })}
        </p>
      </section>
      <dl className={styles.rows}>
        <dt>{t('inbox.received')}</dt>
        <dd>{formats.instant(new Date(item.receivedAt), 'exact')}</dd>
        {item.occurredAt && (
          <>
            <dt>{t('delivery.occurred')}</dt>
            <dd>{formats.instant(new Date(item.occurredAt), 'exact')}</dd>
          </>
        )}
        <dt>{t('delivery.key')}</dt>
        <dd className={styles.key}>{item.deliveryKey}</dd>
        {item.entityRefs.length > 0 && (
          <>
            <dt>{t('delivery.matched')}</dt>
            <dd>{item.entityRefs.map(refName).join(', ')}</dd>
          </>
        )}
      </dl>
      <section>
        <h3 className={styles.title}>{t('delivery.identity')}</h3>
        {item.identity.length === 0 && <p>{t('delivery.identityNone')}</p>}
        <dl className={styles.rows}>
          {item.identity.map(({ type, value }) => (
            <div key={`${type} ${value}`} className={styles.pair}>
              <dt>{t(`delivery.types.${type}`)}</dt>
              <dd className={styles.key}>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h3 className={styles.title}>{t('delivery.body')}</h3>
        {item.body === undefined ? (
          <p>{t('delivery.bodyNone')}</p>
        ) : (
          <>
            <CodeBlock label={t('delivery.body')}>
              {readableBody(item.body)}
            </CodeBlock>
            <div className={styles.actions}>
              <CopyButton text={item.body} />
            </div>
          </>
        )}
      </section>
    </div>
  );
}
