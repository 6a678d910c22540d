import type { Day } from '../calendar/utcDays';
import { usd } from '../money/micros';
import type { ProductName } from '../figures/products';
import { shopArn, type Charge } from './Charge';

/** What nobody named: nearly a hundredth of the bill. */
interface Stray {
  product: ProductName;
  id: string;
  name: string;
  description: string;
  /** US dollars a day. */
  dollars: number;
  tags?: Record<string, string>;
}

const volume = (id: string, name: string, dollars: number): Stray => ({
  product: 'ebs',
  id: shopArn('ec2', `volume/${id}`),
  name,
  description: 'gp3 storage, attached to nothing',
  dollars,
});

/** The volumes and the load balancer that nothing uses, for savings as well. */
export const STRAYS: readonly Stray[] = [
  volume('vol-0d41c2', 'checkout-export-old', 0.42),
  volume('vol-0d41c7', 'search-reindex-tmp', 0.64),
  {
    product: 'alb',
    id: shopArn('elasticloadbalancing', 'loadbalancer/app/legacy-shop/77ad'),
    name: 'legacy-shop',
    description: 'Application load balancer, no targets',
    dollars: 0.54,
  },
  {
    product: 'ec2',
    id: shopArn('ec2', 'instance/i-0bead5a11'),
    name: 'bastion',
    description: 't3.small Linux, eu-central-1',
    dollars: 0.55,
  },
  {
    product: 's3',
    id: 'arn:aws:s3:::shopkart-reviews-import',
    name: 'shopkart-reviews-import',
    description: 'Standard storage, first 50 TB',
    dollars: 0.71,
  },
  {
    // a name that no service has: its team called it otherwise
    product: 'ec2',
    id: shopArn('ec2', 'instance/i-0c0ffee99'),
    name: 'coupon-batch',
    description: 't3.medium Linux, eu-central-1',
    dollars: 1.02,
    tags: { service: 'coupon', environment: 'production' },
  },
];

/** Charges without a tag, and one with a tag that no service answers to. */
export function untaggedCharges(day: Day): Charge[] {
  return STRAYS.map(({ product, id, name, description, dollars, tags }) => ({
    day,
    subAccount: 'shop' as const,
    product,
    kind: 'Usage' as const,
    description,
    resource: { id, name },
    effective: usd(dollars),
    ...(tags ? { tags } : { nullAsWord: true }),
  }));
}
