import { makeRelease } from '../releases/makeRelease';
import { shopInstant } from '../time/shopInstant';
import type { Delivery } from './Delivery';
import { githubDeployments } from './github/githubDeployments';

/** A repository that no service of the catalog is known by. */
export const STRAY_REPOSITORY = 'shopkart/loyalty-labs';

/**
 * What belongs to nothing: an experiment that the catalog does not know, tries
 * of the sandbox in staging, and a webhook whose payload somebody had changed.
 */
export function strayDeliveries(cycle: number): Delivery[] {
  const experiments = [4, 12, 23].map(day =>
    makeRelease({
      service: 'loyalty-labs',
      version: `v0.${300 + cycle}.${day}`,
      startedAt: shopInstant(cycle, day, '16:20'),
      number: day,
    }),
  );
  const tries = [2, 9, 15, 21, 30].map(day =>
    makeRelease({
      service: 'sandbox',
      version: `v0.${300 + cycle}.${day}`,
      startedAt: shopInstant(cycle, day, '13:40'),
      number: day,
    }),
  );
  return [
    ...experiments.flatMap(release =>
      githubDeployments({
        release,
        profile: { repository: STRAY_REPOSITORY },
      }),
    ),
    ...tries.flatMap(release =>
      githubDeployments({
        release,
        profile: { repository: 'shopkart/sandbox' },
        environment: 'staging',
      }),
    ),
    {
      door: 'alertmanager',
      at: shopInstant(cycle, 11, '10:05'),
      headers: {},
      body: JSON.stringify({
        text: `Disk of build-runner-${cycle} is full`,
        channel: '#builds',
      }),
    },
  ];
}
