import { useState } from 'react';
import {
  ExplainLayout,
  PageStack,
  PlainCard,
  RefreshNotice,
  useAddressQuery,
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
import {
  isSameInboxList,
  PAGE_SIZE,
  readInboxQuery,
  writeInboxQuery,
} from './InboxQuery';
import { RuleDialog } from './RuleDialog';
import { Rules } from './Rules';
import { StateToggles } from './StateToggles';
import { UnnamedEnvironments } from './UnnamedEnvironments';

const ADDRESS = {
  read: readInboxQuery,
  write: writeInboxQuery,
  isSameList: isSameInboxList,
};

/** Deliveries by state, the doors they came through, and the mapping rules. */
export function Inbox() {
  const { query, change } = useAddressQuery(ADDRESS);
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
      <PageStack>
        <PlainCard>
          <ReadState
            polled={inbox}
            title={t('error.inbox')}
            permission={stabilityInboxManagePermission.name}
            rows={8}
          />
        </PlainCard>
      </PageStack>
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
      <PageStack>
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
          stale={inbox.error !== undefined}
        />
        <RefreshNotice polled={inbox} />
        <UnnamedEnvironments />
        <Doors sources={data.sources} />
        <Rules />
      </PageStack>
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
