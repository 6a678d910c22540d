import { Button, TablePagination } from '@backstage/ui';
import {
  ChoiceSelect,
  PlainCard,
  ViewMessage,
  type ListPages,
} from '@plimsoll/plugin-plimsoll-react';
import type { InboxPage } from '@plimsoll/plugin-stability-common';
import { useVoice } from '../words';
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
}

/** One page of deliveries, newest first. */
export function DeliveriesCard(props: DeliveriesCardProps) {
  const { page, pages, query, onChange, outdated } = props;
  const { formats, t } = useVoice();
  const { items, totalItems, pageInfo } = page;
  const first = pages.index * PAGE_SIZE;
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
        <div className={styles.rows} data-outdated={outdated || undefined}>
          <DeliveryTable
            items={items}
            selected={query.delivery}
            onShow={delivery => onChange({ delivery })}
          />
          <div className={styles.pages}>
            <TablePagination
              pageSize={PAGE_SIZE}
              pageSizeOptions={[PAGE_SIZE]}
              showPageSizeOptions={false}
              offset={first}
              totalCount={totalItems}
              hasNextPage={pageInfo.nextCursor !== undefined}
              hasPreviousPage={pages.index > 0}
              onNextPage={() =>
                pageInfo.nextCursor && pages.next(pageInfo.nextCursor)
              }
              onPreviousPage={pages.previous}
              getLabel={() =>
                t('inbox.range', {
                  from: formats.count(first + 1),
                  to: formats.count(first + items.length),
                  total: formats.count(totalItems),
                })
              }
            />
          </div>
        </div>
      ) : (
        <div className={styles.state}>
          <ViewMessage
            kind="empty"
            title={filtered ? t('inbox.noMatch') : t('inbox.empty')}
            actions={
              filtered && (
                <Button
                  variant="secondary"
                  onPress={() =>
                    onChange({ state: undefined, source: undefined })
                  }
                >
                  {t('inbox.showAll')}
                </Button>
              )
            }
          >
            {filtered ? t('inbox.noMatchWhy') : t('inbox.emptyWhy')}
          </ViewMessage>
        </div>
      )}
    </PlainCard>
  );
}
