/** One line of the monthly table of the FastAPI platform. */
export interface SessionItem {
  name: string;
  /** A month, in US dollars; of a product whose parts have one price, each. */
  dollars: number;
  count?: number;
  product:
    | 'eks'
    | 'ec2'
    | 'elasticache'
    | 'alb'
    | 'nat'
    | 'transfer'
    | 's3'
    | 'cloudwatch'
    | 'route53';
  /** Charged on the first of the month, not day by day. */
  monthly?: boolean;
}

/**
 * What session-api, FastAPI on Redis, costs a month in its own account:
 * 312.40 US dollars.
 */
export const SESSION_ITEMS: readonly SessionItem[] = [
  { name: 'control-plane', dollars: 73, product: 'eks' },
  { name: 'node', dollars: 31.6, count: 3, product: 'ec2' },
  { name: 'sessions', dollars: 70, product: 'elasticache' },
  { name: 'sessions', dollars: 16.2, product: 'alb' },
  { name: 'sessions', dollars: 32.4, product: 'nat' },
  { name: 'sessions', dollars: 15, product: 'transfer' },
  { name: 'shopkart-session-snapshots', dollars: 2, product: 's3' },
  { name: 'session-api', dollars: 8, product: 'cloudwatch' },
  {
    name: 'sessions.shopkart.example',
    dollars: 1,
    product: 'route53',
    monthly: true,
  },
];
