import { useState } from 'react';
import {
  ExplainLayout,
  PlainCard,
  RefreshNotice,
  useListPages,
} from '@plimsoll/plugin-plimsoll-react';
import {
  stabilityInboxManagePermission,
  type InboxItem,
} from '@plimsoll/plugin-stability-common';
import { ReadState } from '../empty';
import { useInbox } from '../queries/useInbox';
import { useVoice } from '../words';
import { DeliveryContent } from './DeliveryContent';
import { DeliveriesCard } from './DeliveriesCard';
import { Doors } from './Doors';
import { PAGE_SIZE } from './InboxQuery';
import { RuleDialog } from './RuleDialog';
import { Rules } from './Rules';
import { StateToggles } from './StateToggles';
import { useInboxQuery } from './useInboxQuery';
import styles from './Inbox.module.css';

/** Deliveries by state, the doors they came through, and the mapping rules. */
export function Inbox() {
  const { query, change } = useInboxQuery();
  const { state, source, delivery } = query;
  const { t } = useVoice();
  const pages = useListPages();
  const inbox = useInbox({
    state,
    source,
    limit: PAGE_SIZE,
    cursor: pages.cursor,
  });
  const [mapping, setMapping] = useState<InboxItem>();
  const { data } = inbox;

  if (!data) {
    return (
      <div className={styles.stack}>
        <PlainCard>
          <ReadState
            polled={inbox}
            title={t('error.inbox')}
            permission={stabilityInboxManagePermission.name}
            rows={8}
          />
        </PlainCard>
      </div>
    );
  }
  const open = data.items.find(({ id }) => id === delivery);
  return (
    <ExplainLayout
      drawer={
        delivery === undefined
          ? undefined
          : {
              title: open?.summary ?? t('delivery.title'),
              subtitle: open?.source,
              content: (
                <DeliveryContent
                  key={delivery}
                  id={delivery}
                  onMap={setMapping}
                  onReplayed={inbox.retry}
                />
              ),
              onClose: () => change({ delivery: undefined }),
            }
      }
    >
      <div className={styles.stack}>
        <StateToggles
          counts={data.counts}
          selected={state}
          onSelect={next => change({ state: next, delivery: undefined })}
        />
        <DeliveriesCard
          page={data}
          pages={pages}
          query={query}
          onChange={change}
          outdated={inbox.outdated}
        />
        <RefreshNotice polled={inbox} />
        <Doors sources={data.sources} />
        <Rules />
      </div>
      {mapping && (
        <RuleDialog
          item={mapping}
          onClose={() => setMapping(undefined)}
          onSaved={() => {
            setMapping(undefined);
            inbox.retry();
          }}
        />
      )}
    </ExplainLayout>
  );
}
