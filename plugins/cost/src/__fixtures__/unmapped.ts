import type { UnmappedCost } from '@plimsoll/plugin-cost-common';
import { CHECKOUT } from './checkoutEntity';

export const unmappedCosts: UnmappedCost[] = [
  {
    by: 'tag',
    name: 'app',
    value: 'checkout-jobs',
    total: '41.20',
    rows: 312,
    product: 'Amazon EC2',
    proposals: [
      {
        entityRef: CHECKOUT,
        title: 'checkout',
        because: 'name-in-it',
      },
      {
        entityRef: 'component:default/cart',
        title: 'cart',
        because: 'one-letter-off',
      },
    ],
    annotation: { key: 'plimsoll.dev/cost-tags', value: 'app=checkout-jobs' },
  },
  {
    by: 'product',
    name: 'AWS Support',
    value: 'AWS Support',
    total: '19.82',
    rows: 17,
    proposals: [],
    annotation: { key: 'plimsoll.dev/cost-tags', value: 'service=' },
  },
];
