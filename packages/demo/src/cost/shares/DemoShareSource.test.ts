import { NODE_LIST_PRICE, SHOP_NODES } from '../figures/nodes';
import { usd } from '../money/micros';
import { DemoShareSource } from './DemoShareSource';

const { signal } = new AbortController();
const source = DemoShareSource.create({ name: 'cluster' });

describe('DemoShareSource', () => {
  it('shares every node out, what is idle included', async () => {
    const use = await source.readUse({
      from: '2026-11-01',
      to: '2026-11-04',
      signal,
    });
    expect(new Set(use.map(({ day }) => day))).toEqual(
      new Set(['2026-11-01', '2026-11-02', '2026-11-03']),
    );
    for (const { instanceId } of SHOP_NODES) {
      const sum = use
        .filter(
          ({ day, providerId }) =>
            day === '2026-11-02' && providerId === instanceId,
        )
        .reduce((all, { listPrice }) => all + usd(Number(listPrice)), 0);
      // each part is rounded to a millionth
      expect(Math.abs(sum - NODE_LIST_PRICE)).toBeLessThan(10);
    }
    expect(use.every(({ listPrice }) => Number(listPrice) > 0)).toBe(true);
  });

  it('names workloads by the label that their pods carry', async () => {
    const use = await source.readUse({
      from: '2026-11-01',
      to: '2026-11-02',
      signal,
    });
    const checkout = use.filter(
      ({ owner }) =>
        owner.kind === 'workload' &&
        owner.labels.backstage_io_kubernetes_id === 'checkout',
    );
    expect(checkout.length).toBeGreaterThan(1);
    expect(new Set(checkout.map(({ node }) => node)).size).toBe(
      checkout.length,
    );
  });

  it('remembers as long as there are bills', () => {
    expect(
      DemoShareSource.create({
        name: 'cluster',
        now: () => Date.parse('2026-11-21T12:00:00Z'),
      }).historyDays,
    ).toBe(385);
  });

  it('stops when it is told to', async () => {
    await expect(
      source.readUse({
        from: '2026-11-01',
        to: '2026-11-02',
        signal: AbortSignal.abort(),
      }),
    ).rejects.toThrow(/abort/);
  });
});
