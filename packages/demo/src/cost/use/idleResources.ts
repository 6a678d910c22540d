import type { IdleResource } from '@plimsoll/plugin-cost-node';
import { STRAYS } from '../charges/untaggedCharges';
import { SUB_ACCOUNTS } from '../charges/Charge';

const GB = 1e9;

const idle = (
  name: string,
  kind: IdleResource['kind'],
  idleDays: number,
  evidence: IdleResource['evidence'],
): IdleResource => ({
  resourceId: STRAYS.find(stray => stray.name === name)!.id,
  kind,
  idleDays,
  evidence,
});

/** What ShopKart pays for and does not use. */
export function idleResources(): IdleResource[] {
  return [
    idle('checkout-export-old', 'volume', 74, 'not-attached'),
    idle('search-reindex-tmp', 'volume', 38, 'not-attached'),
    idle('legacy-shop', 'load-balancer', 112, 'no-targets'),
    {
      // daily snapshots of Redis; five of them are kept where anybody looks
      resourceId: `arn:aws:s3:eu-central-1:${SUB_ACCOUNTS.sessions.id}:shopkart-session-snapshots`,
      kind: 'bucket',
      entityRef: 'component:default/session-api',
      idleDays: 0,
      evidence: 'unread',
      storage: {
        bytes: 87 * GB,
        bytesReadPerMonth: 1 * GB,
        objects: 12_000,
        unreadRatio: 0.475,
      },
    },
    {
      resourceId: 'arn:aws:s3:::shopkart-checkout',
      kind: 'bucket',
      entityRef: 'component:default/checkout',
      idleDays: 0,
      evidence: 'unread',
      storage: {
        bytes: 548 * GB,
        bytesReadPerMonth: 22 * GB,
        objects: 4_100_000,
        unreadRatio: 0.91,
      },
    },
  ];
}
