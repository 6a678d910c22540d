import type { InboxItem, InboxPage } from '@plimsoll/plugin-stability-common';

/** A delivery that became facts. */
export function inboxItem(overrides: Partial<InboxItem> = {}): InboxItem {
  return {
    id: '01933000-0000-7000-8000-000000000001',
    source: 'github',
    deliveryKey: '7f2c1d70-a5ee-11ef-9f3a-1b6c0b7a2f31',
    state: 'done',
    receivedAt: '2026-11-19T09:20:00.000Z',
    occurredAt: '2026-11-19T09:19:58.000Z',
    summary: 'deployment_status success',
    attempts: 1,
    entityRefs: ['component:default/checkout'],
    identity: [{ type: 'repository', value: 'shopkart/checkout' }],
    ...overrides,
  };
}

/** One that matched no service. */
export const unmatchedItem: InboxItem = inboxItem({
  id: '01933000-0000-7000-8000-000000000002',
  source: 'argocd',
  state: 'unmatched',
  summary: 'prices-prod Synced',
  receivedAt: '2026-11-19T08:02:00.000Z',
  entityRefs: [],
  error:
    'No service is named prices-prod: annotate one with argocd/app-name, or add a mapping rule.',
  identity: [
    { type: 'argocd-app', value: 'prices-prod' },
    { type: 'repository', value: 'shopkart/monorepo' },
    { type: 'environment', value: 'production' },
  ],
  body: '{"app":{"metadata":{"name":"prices-prod"}}}',
});

/** One that nobody could read. */
export const deadItem: InboxItem = inboxItem({
  id: '01933000-0000-7000-8000-000000000003',
  source: 'jenkins',
  state: 'dead',
  summary: 'unreadable',
  attempts: 3,
  entityRefs: [],
  identity: [],
  error:
    'The payload has no build.number: send the Notification plugin\u2019s JSON format.',
  body: 'name=checkout',
});

/** A page of the inbox with these deliveries. */
export function inboxPage(
  items: InboxItem[],
  overrides: Partial<InboxPage> = {},
): InboxPage {
  return {
    items,
    totalItems: items.length,
    pageInfo: {},
    counts: { waiting: 0, done: 1_204, unmatched: 41, dead: 1, ignored: 318 },
    sources: [
      {
        source: 'github',
        configured: true,
        lastReceivedAt: '2026-11-19T09:20:00.000Z',
      },
      {
        source: 'argocd',
        configured: true,
        lastReceivedAt: '2026-11-19T08:02:00.000Z',
        recent: {
          since: '2026-11-13T00:00:00.000Z',
          heard: 1_204,
          refused: 12,
          lastRefusal: {
            at: '2026-11-19T07:40:00.000Z',
            because:
              'its signature or token fits no secret of stability.webhooks.argocd.secrets',
          },
        },
      },
      { source: 'jenkins', configured: true },
      { source: 'gitlab', configured: false },
      { source: 'cdevents', configured: false },
      { source: 'kubernetes', configured: false },
    ],
    ...overrides,
  };
}
