import type { Day } from '../calendar/utcDays';
import {
  NEGOTIATED,
  NODE_LIST_PRICE,
  NODE_PLAN_PRICE,
  nodePrice,
  PLAN_PRICE,
  SHOP_CLUSTER,
  SHOP_NODES,
} from '../figures/nodes';
import { part } from '../money/micros';
import { shopArn, type Charge } from './Charge';

/** The nodes of the shop's cluster, and the savings plan for some of them. */
export function nodeCharges(day: Day): Charge[] {
  const nodes = SHOP_NODES.map((node): Charge => {
    const price = nodePrice(node);
    return {
      day,
      subAccount: 'shop',
      product: 'ec2',
      kind: 'Usage',
      description: 'm6i.2xlarge Linux, eu-central-1',
      resource: {
        id: shopArn('ec2', `instance/${node.instanceId}`),
        name: node.name,
      },
      quantity: 24,
      effective: price,
      billed: node.committed ? 0 : price,
      contracted: part(NODE_LIST_PRICE, NEGOTIATED),
      list: NODE_LIST_PRICE,
      tags: { 'aws:eks:cluster-name': SHOP_CLUSTER, team: 'platform' },
      ...(node.committed && { plan: 'used' }),
    };
  });
  const used = SHOP_NODES.filter(node => node.committed).length;
  const plan = {
    day,
    subAccount: 'shop',
    product: 'savingsPlan',
    resource: {
      id: `arn:aws:savingsplans::264880301177:savingsplan/5b1f0c7e-compute`,
      name: 'compute-one-year',
    },
    quantity: 24,
  } as const;
  return [
    ...nodes,
    {
      ...plan,
      kind: 'Purchase',
      description: 'Compute Savings Plan, one year, nothing upfront',
      effective: 0,
      billed: PLAN_PRICE,
      contracted: PLAN_PRICE,
      list: PLAN_PRICE,
    },
    {
      ...plan,
      kind: 'Usage',
      description: 'Compute Savings Plan, not used',
      effective: PLAN_PRICE - used * NODE_PLAN_PRICE,
      billed: 0,
      contracted: 0,
      list: 0,
      plan: 'unused',
    },
  ];
}
