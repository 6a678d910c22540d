import type { BudgetAnswer } from '../observation/BudgetAnswer';
import { HistoryBuilder } from './HistoryBuilder';

/** Run of the deployment that broke the cart. */
export const BROKEN_RUN = 'argocd:checkout:4117';

/**
 * ShopKart's outage of 3 November: a release writes cart entries that the
 * release before it cannot read; errors, alert, rollback, recovered 7 min
 * after the alert.
 *
 * @param answer - what the SLO plugin said otherwise
 */
export function redisStory(answer: Partial<BudgetAnswer> = {}): HistoryBuilder {
  return HistoryBuilder.create()
    .deploys('v2.30.0', { at: '10-29 10:00', commitSha: 'c'.repeat(40) })
    .deploys('v2.30.2', { at: '11-02 11:00', commitSha: 'b'.repeat(40) })
    .merges('a91c4e2'.padEnd(40, '0'), {
      committed: '11-03 09:26:10',
      at: '11-03 12:00',
      number: '#1842',
      title: 'Cart entries in MessagePack',
    })
    .deploys('v2.31.0', {
      at: '11-03 14:04:10',
      seconds: 120,
      runId: BROKEN_RUN,
      source: 'argocd',
      commitSha: 'a91c4e2'.padEnd(40, '0'),
    })
    .incident('INC-482', {
      at: '11-03 14:10:05',
      acknowledged: '11-03 14:11:20',
      resolved: '11-03 14:17:05',
      title: 'Redis cannot read cart entries',
      assignee: 'Tomasz Bielak',
      severity: 'critical',
    })
    .deploys('v2.30.2', {
      at: '11-03 14:13:02',
      seconds: 138,
      source: 'argocd',
      commitSha: 'b'.repeat(40),
      rollback: true,
    })
    .burns(BROKEN_RUN, {
      at: '11-04 15:00',
      from: '2026-11-03T14:06:10Z',
      to: '2026-11-03T14:17:05Z',
      burned: 0.194,
      burnedBefore: 0.0002,
      burningFrom: '2026-11-03T14:08:30Z',
      burningSince: '2026-11-03T14:07:30Z',
      ...answer,
    });
}
