import * as fc from 'fast-check';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { HIDDEN } from './__testUtils__/hiddenWorld';
import { readerAnswers } from './__testUtils__/readerAnswers';
import {
  createSavingsWorld,
  type HiddenUse,
} from './__testUtils__/savingsWorld';

const databases = createTestDatabases();

const ORDINARY: HiddenUse = { cpuCores: 1, replicas: 4, budget: 0.9 };

const uses = fc.record({
  cpuCores: fc.constantFrom(0.1, 0.5, 2, 3.9),
  replicas: fc.constantFrom(1, 2, 6, 12),
  budget: fc.constantFrom(-1, 0.3, 1),
});

describe('savings and permissions', () => {
  it.each(
    databases.ids.flatMap(id =>
      [false, true].map(sharedAccount => ({ id, sharedAccount })),
    ),
  )(
    'who sees one service is told the same whatever others could save, %o',
    async ({ id, sharedAccount }) => {
      const world = await createSavingsWorld({
        databases,
        id,
        sharedAccount,
        sharedCluster: false,
      });
      const { cost, caller, state } = world;
      world.mayReadOwn();
      await world.findSavings(ORDINARY);
      const before = await readerAnswers(world);
      const { items } = await cost.listSavings({}, caller);
      expect(
        items.map(({ kind, guard, theoretical }) => [
          kind,
          guard.state,
          theoretical !== undefined,
        ]),
      ).toEqual([
        ['right-size', 'allowed', true],
        ...(sharedAccount ? [] : [['commitment', 'none', true]]),
        ['spot', 'held-back', true],
      ]);

      const figures = async () => {
        state.totals = true;
        world.mayReadAll();
        const page = await cost.listSavings({}, caller);
        state.totals = false;
        world.mayReadOwn();
        return page.realisable;
      };
      const whole = new Set([await figures()]);
      for (const use of fc.sample(uses, { numRuns: 2, seed: 7 })) {
        await world.findSavings(use);
        whole.add(await figures());
        expect(JSON.stringify(await readerAnswers(world))).toBe(
          JSON.stringify(before),
        );
      }
      // they did save other amounts
      expect(whole.size).toBeGreaterThan(2);
    },
    600_000,
  );

  it.each(databases.ids)(
    'what machines shared with others could save is not told beside what it is capped to, %s',
    async id => {
      const world = await createSavingsWorld({
        databases,
        id,
        sharedAccount: true,
        sharedCluster: true,
      });
      const { cost, caller, state } = world;
      await world.findSavings(ORDINARY);
      const rightSize = async () => {
        const { items } = await cost.listSavings({}, caller);
        return items.filter(({ kind }) => kind === 'right-size');
      };
      state.totals = true;
      const all = await rightSize();
      expect(all).toHaveLength(1 + HIDDEN.length);
      expect(all.every(({ theoretical }) => Number(theoretical) > 0)).toBe(
        true,
      );

      state.totals = false;
      world.mayReadOwn();
      const [own, ...others] = await rightSize();
      expect(others).toEqual([]);
      expect(own).not.toHaveProperty('theoretical');
      expect(Number(own.realisable)).toBeGreaterThan(0);
      const applied = await cost.markSavingApplied(own.id, caller);
      expect(applied).not.toHaveProperty('theoretical');

      // a former version did not note what shares machines
      await world
        .client('cost_saving')
        .where('id', own.id)
        .update({ touches: null });
      expect((await rightSize())[0]).not.toHaveProperty('theoretical');
    },
    300_000,
  );
});
