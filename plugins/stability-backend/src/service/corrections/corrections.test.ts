import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { deployed, NOON } from '../../__testUtils__/observed';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import {
  createServiceWorld,
  type ServiceWorld,
} from '../__testUtils__/serviceWorld';

const databases = createTestDatabases();
const reason = '  The database was down, not us  ';
const CART = { entityRef: 'component:default/cart', window: 30 as const };

async function failedOf(world: ServiceWorld): Promise<number> {
  const { counts } = await world.stability.getMetrics(CART, world.caller);
  return counts.failed;
}

describe('corrections', () => {
  it.each(databases.ids)(
    'beat the rules at once, and are taken back, %p',
    async id => {
      const world = await createServiceWorld({ databases, id });
      await world.observeStory();
      const { stability, caller, event } = world;
      const v2 = await world.deploymentOf('v2');
      expect(await failedOf(world)).toBe(1);

      const corrected = await stability.correctVerdict(
        v2,
        { verdict: 'clean', reason },
        caller,
      );
      expect(corrected.verdict).toMatchObject({
        name: 'clean',
        decidedBy: 'person',
        correction: { by: 'user:default/ada', reason: reason.trim() },
      });
      expect(await failedOf(world)).toBe(0);
      expect(event.success).toHaveBeenCalledTimes(1);

      const undone = await stability.undoVerdict(v2, { reason }, caller);
      expect(undone.verdict).toMatchObject({
        name: 'failed',
        decidedBy: 'rule',
      });
      expect(await failedOf(world)).toBe(1);
      const rows = await world.database.client('stability_correction');
      expect(rows).toHaveLength(2);
    },
  );

  it('survive late events and a rebuild', async () => {
    const world = await createServiceWorld({ databases, id: 'SQLITE_3' });
    await world.observeStory();
    const v3 = await world.deploymentOf('v3');
    await world.stability.correctVerdict(
      v3,
      { verdict: 'failed', reason },
      world.caller,
    );
    await world.observe([
      deployed({ service: 'cart', version: 'v0', at: NOON - 200 * 3_600_000 }),
    ]);
    const again = await world.stability.getDeployment(v3, world.caller);
    expect(again.verdict).toMatchObject({
      name: 'failed',
      decidedBy: 'person',
    });
  });

  it('say that an incident had another cause, or none', async () => {
    const world = await createServiceWorld({ databases, id: 'SQLITE_3' });
    await world.observeStory();
    const { stability, caller } = world;
    const id = await world.incidentOf('INC-1');
    const v3 = await world.deploymentOf('v3');
    const v9 = await world.deploymentOf('v9');

    const none = await stability.correctCause(id, { reason }, caller);
    expect(none.cause).toBeUndefined();
    expect(none.causedByNone).toMatchObject({ by: 'user:default/ada' });

    const other = await stability.correctCause(
      id,
      { deploymentId: v3, reason },
      caller,
    );
    expect(other.cause).toMatchObject({ deploymentId: v3, rule: 'person' });

    await expect(
      stability.correctCause(id, { deploymentId: v9, reason }, caller),
    ).rejects.toThrow(/is of component:default\/pay/);
    expect(
      await world.database.client('stability_correction').count({ n: '*' }),
    ).toEqual([{ n: 2 }]);
  });

  it.each(databases.ids)('about a cause can be taken back, %p', async id => {
    const world = await createServiceWorld({ databases, id });
    await world.observeStory();
    const { stability, caller } = world;
    const incidentId = await world.incidentOf('INC-1');
    const v2 = await world.deploymentOf('v2');
    const before = await stability.getIncident(incidentId, caller);
    expect(before.cause).toMatchObject({ deploymentId: v2 });
    await expect(
      stability.undoCause(incidentId, { reason }, caller),
    ).rejects.toThrow(/no word to take back/);

    const said = await stability.correctCause(incidentId, { reason }, caller);
    expect(said.cause).toBeUndefined();
    const word = { reason: reason.trim(), by: 'user:default/ada' };
    expect(said.causedByNone).toMatchObject(word);
    expect(said.correction).toMatchObject(word);

    const undone = await stability.undoCause(incidentId, { reason }, caller);
    expect(undone).toEqual(before);
    const metrics = await stability.getMetrics(CART, caller);
    expect(metrics.counts.failed).toBe(1);
    await expect(
      stability.undoCause(incidentId, { reason }, caller),
    ).rejects.toThrow(/no word to take back/);
  });

  it('need a reason, a verdict to correct and a word to take back', async () => {
    const world = await createServiceWorld({ databases, id: 'SQLITE_3' });
    await world.observeStory();
    const { stability, caller, event } = world;
    const v2 = await world.deploymentOf('v2');
    const { items } = await stability.listDeployments(
      { entityRef: CART.entityRef, verdict: 'rollback' },
      caller,
    );
    await expect(
      stability.correctVerdict(
        v2,
        { verdict: 'clean', reason: '        why        ' },
        caller,
      ),
    ).rejects.toThrow(/at least 10 characters/);
    await expect(
      stability.correctVerdict(
        items[0].id,
        { verdict: 'clean', reason },
        caller,
      ),
    ).rejects.toThrow(/A rollback has no verdict of its own/);
    await expect(stability.undoVerdict(v2, { reason }, caller)).rejects.toThrow(
      /no word to take back/,
    );
    expect(event.success).not.toHaveBeenCalled();
    expect(event.fail).toHaveBeenCalledTimes(3);
  });

  it('are audited with who, what and how it ended', async () => {
    const world = await createServiceWorld({ databases, id: 'SQLITE_3' });
    await world.observeStory();
    const v2 = await world.deploymentOf('v2');
    const createEvent = jest.spyOn(world.auditor, 'createEvent');
    world.permissions.authorizeConditional.mockResolvedValueOnce([
      { result: AuthorizeResult.ALLOW },
    ]);
    world.permissions.authorizeConditional.mockResolvedValueOnce([
      { result: AuthorizeResult.DENY },
    ]);
    await expect(
      world.stability.correctVerdict(
        v2,
        { verdict: 'clean', reason },
        world.caller,
      ),
    ).rejects.toThrow(/stability\.verdict\.write/);
    expect(createEvent).toHaveBeenCalledWith({
      eventId: 'verdict-correct',
      severityLevel: 'medium',
      request: undefined,
      meta: { queryType: 'correct', deploymentId: v2, verdict: 'clean' },
    });
    expect(world.event.fail).toHaveBeenCalledWith({
      error: expect.objectContaining({ name: 'NotAllowedError' }),
    });
  });
});
