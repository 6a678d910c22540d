import {
  ChoiceSelect,
  NoMatch,
  PagedRows,
  PlainCard,
  ViewMessage,
  type ListPages,
} from '@plimsoll/plugin-plimsoll-react';
import type { InboxPage } from '@plimsoll/plugin-stability-common';
import { useVoice } from '../words';
import { DeliveryCards } from './DeliveryCards';
import { DeliveryTable } from './DeliveryTable';
import { PAGE_SIZE, type InboxQuery } from './InboxQuery';
import styles from './DeliveriesCard.module.css';

/** @internal */
export interface DeliveriesCardProps {
  page: InboxPage;
  pages: ListPages;
  query: InboxQuery;
  onChange(part: Partial<InboxQuery>): void;
  /** Of an earlier question. */
  outdated: boolean;
  /** Newer ones could not be read. */
  stale: boolean;
}

/** One page of deliveries, newest first. */
export function DeliveriesCard(props: DeliveriesCardProps) {
  const { page, pages, query, onChange, outdated, stale } = props;
  const { t } = useVoice();
  const { items } = page;
  const filtered = query.state !== undefined || query.source !== undefined;

  return (
    <PlainCard flush label={t('inbox.deliveries')}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('inbox.deliveries')}</h2>
        <span>
          <ChoiceSelect
            label={t('inbox.source')}
            any={t('inbox.anySource')}
            options={page.sources.map(({ source }) => ({
              id: source,
              label: source,
            }))}
            selected={query.source}
            onSelect={source => onChange({ source, delivery: undefined })}
          />
        </span>
      </div>
      {items.length > 0 ? (
        <PagedRows
          page={page}
          pages={pages}
          pageSize={PAGE_SIZE}
          outdated={outdated}
          stale={stale}
        >
          {({ narrow }) => {
            const Rows = narrow ? DeliveryCards : DeliveryTable;
            return (
              <Rows
                items={items}
                selected={query.delivery}
                onShow={delivery => onChange({ delivery })}
              />
            );
          }}
        </PagedRows>
      ) : (
        <div className={styles.state}>
          {filtered ? (
            <NoMatch
              title={t('inbox.noMatch')}
              clear={t('inbox.showAll')}
              onClear={() => onChange({ state: undefined, source: undefined })}
            >
              {t('inbox.noMatchWhy')}
            </NoMatch>
          ) : (
            <ViewMessage kind="empty" title={t('inbox.empty')}>
              {t('inbox.emptyWhy')}
            </ViewMessage>
          )}
        </div>
      )}
    </PlainCard>
  );
}
