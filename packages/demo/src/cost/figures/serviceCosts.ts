/** What a service of the shop costs on an average day, in US dollars. */
export interface ServiceCosts {
  service: string;
  /** Its pods' part of the nodes, at what the nodes cost. */
  compute: number;
  /** A database of its own; its part of the shared one is not in it. */
  database?: { dollars: number; product: DatabaseProduct };
  /** What it sends to the world. */
  transfer: number;
  /** What it keeps in a bucket. */
  storage?: number;
  /** Logs and metrics. */
  logs: number;
  /** Mails, for those that send them. */
  mail?: number;
}

export type DatabaseProduct = 'rds' | 'opensearch' | 'dynamodb';

const rds = (dollars: number) => ({ dollars, product: 'rds' as const });
const dynamo = (dollars: number) => ({ dollars, product: 'dynamodb' as const });

/** ShopKart's services, dearest first; session-api has a bill of its own. */
export const SERVICE_COSTS: readonly ServiceCosts[] = [
  {
    service: 'storefront',
    compute: 46,
    transfer: 33.2,
    storage: 2.6,
    logs: 3.6,
  },
  {
    service: 'product-listing',
    compute: 29,
    database: rds(12.2),
    transfer: 10.5,
    storage: 6.6,
    logs: 2.4,
  },
  {
    service: 'search',
    compute: 22,
    database: { dollars: 20.4, product: 'opensearch' },
    transfer: 4.1,
    storage: 1,
    logs: 2.2,
  },
  {
    service: 'payment',
    compute: 12.3,
    database: rds(11.2),
    transfer: 2.6,
    storage: 0.8,
    logs: 3.2,
  },
  {
    service: 'checkout',
    compute: 9.9,
    database: rds(6.28),
    transfer: 2.28,
    storage: 0.42,
    logs: 0.75,
  },
  {
    service: 'cart',
    compute: 12.6,
    database: dynamo(2.8),
    transfer: 2.4,
    storage: 0.2,
    logs: 1.2,
  },
  {
    service: 'pricing-engine',
    compute: 9,
    database: dynamo(2),
    transfer: 0.8,
    storage: 0.1,
    logs: 0.5,
  },
  {
    service: 'fraud-score',
    compute: 8,
    database: rds(3),
    transfer: 0.4,
    storage: 0.3,
    logs: 0.4,
  },
  {
    service: 'image-resizer',
    compute: 6,
    transfer: 2.4,
    storage: 2.2,
    logs: 0.3,
  },
  {
    service: 'recommendations',
    compute: 7.4,
    database: dynamo(1.4),
    transfer: 0.4,
    storage: 0.5,
    logs: 0.3,
  },
  {
    service: 'user-profile',
    compute: 4.2,
    database: rds(3),
    transfer: 0.5,
    storage: 0.2,
    logs: 0.4,
  },
  {
    service: 'order-history',
    compute: 3.2,
    database: rds(2),
    transfer: 0.4,
    storage: 0.5,
    logs: 0.3,
  },
  {
    service: 'stock-levels',
    compute: 3.4,
    database: rds(2),
    transfer: 0.2,
    storage: 0.1,
    logs: 0.4,
  },
  {
    service: 'notifications',
    compute: 3.2,
    transfer: 0.3,
    logs: 0.5,
    mail: 2.4,
  },
  {
    service: 'returns-portal',
    compute: 2.6,
    database: dynamo(1.8),
    transfer: 0.5,
    storage: 0.2,
    logs: 0.3,
  },
  {
    service: 'shipping-quotes',
    compute: 3.2,
    database: dynamo(1),
    transfer: 0.3,
    logs: 0.4,
  },
  {
    service: 'wishlist',
    compute: 2,
    database: dynamo(0.8),
    transfer: 0.3,
    logs: 0.2,
  },
  { service: 'tax-calculator', compute: 2.4, transfer: 0.3, logs: 0.3 },
  {
    service: 'reviews',
    compute: 1.3,
    transfer: 0.2,
    storage: 0.3,
    logs: 0.2,
  },
  { service: 'coupon-api', compute: 1.1, transfer: 0.1, logs: 0.2 },
  { service: 'address-book', compute: 0.8, transfer: 0.1, logs: 0.2 },
  { service: 'gift-cards', compute: 0.5, transfer: 0.05, logs: 0.1 },
  {
    service: 'invoice-export',
    compute: 0.4,
    transfer: 0.02,
    storage: 0.15,
    logs: 0.05,
  },
  {
    service: 'newsletter',
    compute: 0.25,
    transfer: 0.02,
    logs: 0.05,
    mail: 0.15,
  },
];
