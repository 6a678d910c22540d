import * as fc from 'fast-check';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { refOf, UNIT } from '../service/__testUtils__/costWorld';
import {
  createHiddenWorld,
  HIDDEN,
  hiddenBill,
  insertSavings,
  ownerOf,
  type PoolKeys,
  SYSTEM,
  VISIBLE,
} from './__testUtils__/hiddenWorld';
import { readerAnswers } from './__testUtils__/readerAnswers';
import { costConditions } from './costServiceRules';

const databases = createTestDatabases();

/** A bill like any other: 36 a day, of which 13 are nobody's. */
const ORDINARY = {
  hidden: [5n, 7n, 11n].map(n => n * UNIT),
  unowned: 13n * UNIT,
};

const start = (id: (typeof databases.ids)[number], pools?: PoolKeys) =>
  createHiddenWorld({ databases, id, pools });

/** The share of the bill that is matched is of everybody, in whole percents. */
function withoutRatio(answers: unknown[]): string {
  return JSON.stringify(answers, (key, value) =>
    key === 'matchedRatio' ? undefined : value,
  ).replace(/\{"name":"ratio","value":"0?\.?\d{1,3}"\}/g, '');
}

describe('permissions', () => {
  it.each(databases.ids)(
    'who sees one service is answered the same whatever the others cost, %s',
    async id => {
      const pools = { NAT: 'even', Kafka: 'requests' } as const;
      const world = await start(id, pools);
      world.mayReadOwn();
      await insertSavings(world, [VISIBLE, VISIBLE]);
      await world.bill(hiddenBill({ ...ORDINARY, pools }));
      const before = await readerAnswers(world);
      // a day 2 of its own, a fourth of NAT and a fifth of Kafka
      expect(JSON.stringify(before)).toContain('"total":"89.60"');

      const amount = fc.bigInt({ min: 1n, max: 10n ** 13n });
      await fc.assert(
        fc.asyncProperty(
          fc.array(amount, { minLength: 3, maxLength: 3 }),
          amount,
          amount,
          fc.shuffledSubarray([...HIDDEN, ...HIDDEN]),
          async (hidden, unowned, spike, saving) => {
            world.clock.now += 1_000;
            await insertSavings(world, [...saving, VISIBLE, 'cart', VISIBLE]);
            await world.bill(hiddenBill({ hidden, unowned, spike, pools }));
            const after = await readerAnswers(world);
            expect(withoutRatio(after)).toBe(withoutRatio(before));
            for (const ratio of ratiosOf(after)) {
              expect(ratio).toBe(Math.round(ratio * 100) / 100);
            }
          },
        ),
        { numRuns: 4 },
      );
    },
  );

  it.each(databases.ids)(
    'a part of a pool by cost tells of the others their sum alone, %s',
    async id => {
      const pools = { EKS: 'cost' } as const;
      const world = await start(id, pools);
      world.mayReadOwn();
      const hidden = (...units: bigint[]) =>
        hiddenBill({ hidden: units.map(n => n * UNIT), pools });
      await world.bill(hidden(2n, 20n, 40n));
      const before = await readerAnswers(world);
      // 2 of 64 are its own, and so is a 32nd of 8
      expect(JSON.stringify(before)).toContain('"total":"36.00"');

      await fc.assert(
        fc.asyncProperty(
          fc.bigInt({ min: 1n, max: 30n }),
          fc.bigInt({ min: 1n, max: 30n }),
          async (one, other) => {
            await world.bill(hidden(one, other, 62n - one - other));
            const after = await readerAnswers(world);
            expect(JSON.stringify(after)).toBe(JSON.stringify(before));
          },
        ),
        { numRuns: 3 },
      );
    },
  );

  it.each(databases.ids)(
    'who sees the bill and one service is told of no other, %s',
    async id => {
      const pools = { EKS: 'cost', NAT: 'even' } as const;
      const world = await start(id, pools);
      const { cost, caller, client } = world;
      world.mayReadOwn();
      world.state.totals = true;
      await world.bill(hiddenBill({ ...ORDINARY, spike: 500n * UNIT, pools }));
      await insertSavings(world, ['cart', VISIBLE, 'wish']);
      const keys: Array<{ id: string; content: string }> = await client(
        'cost_key',
      ).orderBy('content');
      await client('cost_restatement').insert({
        id: 'r1',
        source: 'bill',
        billing_account: '1',
        billing_month: '2026-10-01',
        currency: 'USD',
        metric: 'effective',
        at: 1_700_000_000_000,
        amount_before: '5000000000',
        amount_after: '7000000000',
        largest: JSON.stringify([
          ...keys.map(key => ({
            name: JSON.parse(key.content).resourceId ?? 'EC2',
            keyId: key.id,
            difference: '2.00',
          })),
          { name: 'i-cart', keyId: 'forgotten', difference: '2.00' },
        ]),
      });

      const split = await cost.exportSplit({ month: '2026-11' }, caller);
      const answers = [
        await cost.getOverview({}, caller),
        await cost.explainOverview({ figure: 'total' }, caller),
        await cost.explainOverview({ figure: 'savings' }, caller),
        await cost.listUnmapped({}, caller),
        await cost.getDataQuality(caller),
        await cost.listRestatements({}, caller),
        await cost.listSavings({}, caller),
        await cost.listAnomalies({}, caller),
        [...split].join(''),
      ];
      for (const answer of answers) {
        const text = JSON.stringify(answer);
        for (const name of HIDDEN) {
          expect([name, text.includes(name), text]).toEqual([
            name,
            false,
            text,
          ]);
        }
      }
      const text = JSON.stringify(answers);
      expect(text).toContain('"value":"serach"');
      expect(text).toContain('"largest":[{"name":"EC2"');
      expect(text).toContain(refOf(VISIBLE));
      await expect(
        cost.previewMapping(
          { match: { product: 'Amazon EC2' }, entityRef: refOf('cart') },
          caller,
        ),
      ).rejects.toThrow('There is no service of component:default/cart');

      world.mayRead({ not: costConditions.isForEntity({ entityRefs: [] }) });
      const all = JSON.stringify([
        await cost.listUnmapped({}, caller),
        await cost.listRestatements({}, caller),
        [...(await cost.exportSplit({ month: '2026-11' }, caller))],
      ]);
      for (const name of HIDDEN) {
        expect([name, all.includes(refOf(name))]).toEqual([name, true]);
      }
    },
  );

  it.each(databases.ids)(
    'a currency that others alone pay in is not told, %s',
    async id => {
      const world = await start(id);
      const { cost, caller } = world;
      world.mayReadOwn();
      await world.bill([
        ...hiddenBill(ORDINARY),
        {
          day: '2026-11-16',
          amount: UNIT,
          tags: { service: 'cart' },
          line: { currency: 'EUR' },
        },
      ]);
      const { proof } = await cost.getServiceCost(refOf(VISIBLE), {}, caller);
      expect(proof.otherCurrencies).toEqual([]);
      world.state.totals = true;
      const seen = await cost.getServiceCost(refOf(VISIBLE), {}, caller);
      expect(seen.proof.otherCurrencies).toEqual(['EUR']);
    },
  );

  it.each(databases.ids)(
    'by whatever rule others are out of sight, nothing names them, %s',
    async id => {
      const world = await start(id);
      const { cost, caller } = world;
      await world.bill(hiddenBill(ORDINARY));

      for (const conditions of [
        costConditions.isServiceOwner({
          claims: ['user:default/ada', ownerOf('pay')],
        }),
        costConditions.isForEntity({ entityRefs: [refOf('pay')] }),
        costConditions.inSystem({ systemRefs: ['system:default/sys-pay'] }),
        {
          not: costConditions.isForEntity({ entityRefs: HIDDEN.map(refOf) }),
        },
      ]) {
        world.mayRead(conditions);
        const answers = await readerAnswers(world);
        // refusals say what was asked for
        const text = JSON.stringify(
          answers.filter(answer => !String(answer).includes('NotFound')),
        );
        for (const name of HIDDEN) {
          expect([name, text.includes(name)]).toEqual([name, false]);
        }
        const page = await cost.listServices({ q: 'cart' }, caller);
        expect([page.totalItems, page.visible.total]).toEqual([0, '0.00']);
        for (const filter of [{ owner: ownerOf('cart') }, { system: SYSTEM }]) {
          await expect(cost.listServices(filter, caller)).rejects.toThrow(
            /^There is no service of .*, or you may not see it$/,
          );
        }
      }
    },
  );

  it.each(databases.ids)(
    'what is out of sight and what does not exist are one answer, %s',
    async id => {
      const world = await start(id);
      const { cost, caller } = world;
      await world.bill(hiddenBill(ORDINARY));
      world.mayReadOwn();
      const said = (promise: Promise<unknown>) =>
        promise.then(
          () => 'answered',
          (error: Error) => `${error.name}: ${error.message}`,
        );
      const budget = { amount: '5', currency: 'USD' };
      for (const ask of [
        (name: string) => cost.getServiceCost(refOf(name), {}, caller),
        (name: string) => cost.listDeploymentCosts(refOf(name), {}, caller),
        (name: string) =>
          cost.explain(refOf(name), { figure: 'total' }, caller),
        (name: string) => cost.setBudget(refOf(name), budget, caller),
        (name: string) => cost.removeBudget(refOf(name), caller),
        (name: string) => cost.listSavings({ entityRef: refOf(name) }, caller),
        (name: string) =>
          cost.listAnomalies({ entityRef: refOf(name) }, caller),
        (name: string) =>
          cost.listServices({ owner: `group:default/team-${name}` }, caller),
        (name: string) =>
          cost.getServiceCost(`group:default/team-${name}`, {}, caller),
      ]) {
        const hidden = await said(ask('cart'));
        expect(hidden).toMatch(/^NotFoundError: There is no service of/);
        expect(hidden.replaceAll('cart', 'none')).toBe(await said(ask('none')));
      }
    },
  );

  it.each(databases.ids)(
    'the places of savings tell nothing of those out of sight, %s',
    async id => {
      const world = await start(id);
      const { cost, caller } = world;
      await world.bill(hiddenBill(ORDINARY));
      await insertSavings(world, [HIDDEN[0], VISIBLE, HIDDEN[1], VISIBLE]);
      world.mayReadOwn();

      const first = await cost.listSavings({ limit: 1 }, caller);
      const { items } = await cost.listSavings(
        { limit: 1, cursor: first.pageInfo.nextCursor },
        caller,
      );

      expect(
        [...first.items, ...items].map(saving => [saving.id, saving.order]),
      ).toEqual([
        ['idle-pay-1', 1],
        ['idle-pay-2', 2],
      ]);
      const applied = await cost.markSavingApplied('idle-pay-2', caller);
      expect(applied.order).toBe(2);
    },
  );

  it('shows the bill to nobody without the permission for totals', async () => {
    const world = await start('SQLITE_3');
    const { cost, caller } = world;
    await world.bill(hiddenBill(ORDINARY));
    const preview = { match: { product: 'x' }, entityRef: refOf('pay') };
    const asks = [
      () => cost.getOverview({}, caller),
      () => cost.explainOverview({ figure: 'total' }, caller),
      () => cost.explainOverview({ figure: 'savings' }, caller),
      () => cost.listUnmapped({}, caller),
      () => cost.previewMapping(preview, caller),
      () => cost.getDataQuality(caller),
      () => cost.listRestatements({}, caller),
      () => cost.exportSplit({ month: '2026-11' }, caller),
    ];
    for (const ask of asks) {
      await expect(ask()).rejects.toThrow("permission 'cost.total.read'");
    }
    const { proof } = await cost.listServices({}, caller);
    expect(proof.unallocated).toBeUndefined();

    world.state.totals = true;
    for (const ask of asks) {
      await expect(ask()).resolves.toBeDefined();
    }
    const seen = await cost.listServices({}, caller);
    expect(seen.proof.unallocated?.amount).toBe('208.00');
    expect(seen.proof.matchedRatio).toBeCloseTo(25 / 38, 10);
  });

  it('lets nobody set the budget of what they may only see', async () => {
    const world = await start('SQLITE_3');
    const { cost, caller } = world;
    await world.bill(hiddenBill(ORDINARY));
    world.mayBudget(
      costConditions.isServiceOwner({ claims: [ownerOf('pay')] }),
    );
    const budget = { amount: '50', currency: 'USD' };

    await expect(
      cost.setBudget(refOf('pay'), budget, caller),
    ).resolves.toMatchObject({ amount: '50.00', used: '32.00' });
    await expect(
      cost.setBudget('system:default/sys-pay', budget, caller),
    ).resolves.toMatchObject({ amount: '50.00' });
    for (const ref of [refOf('cart'), SYSTEM, 'domain:default/retail']) {
      await expect(cost.setBudget(ref, budget, caller)).rejects.toThrow(
        `You may not set the budget of ${ref}`,
      );
    }
    expect(world.event.fail).toHaveBeenCalledTimes(3);
    expect(world.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'budget-write',
        meta: expect.objectContaining({ ref: SYSTEM }),
      }),
    );
  });

  it('refuses who may see nothing, rather than show an empty list', async () => {
    const world = await start('SQLITE_3');
    world.denyReading();
    const { cost, caller } = world;
    for (const ask of [
      cost.listServices({}, caller),
      cost.getServiceCost(refOf('pay'), {}, caller),
      cost.listSavings({}, caller),
      cost.getSummary({}, caller),
      cost.getOverview({}, caller),
      cost.explainOverview({ figure: 'total' }, caller),
    ]) {
      await expect(ask).rejects.toThrow("permission 'cost.read'");
    }
  });
});

function ratiosOf(answers: unknown[]): number[] {
  const ratios: number[] = [];
  JSON.stringify(answers, (key, value) => {
    if (key === 'matchedRatio') {
      ratios.push(value);
    }
    return value;
  });
  return ratios;
}
