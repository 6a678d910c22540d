import { HistoryBuilder } from '../../__fixtures__/HistoryBuilder';
import { deploymentIdOf } from '../deployments/deploymentIdOf';
import { shortHash } from '../shortHash';

const entityRef = 'component:default/checkout';
const idOf = (runId: string) =>
  deploymentIdOf({ entityRef, environment: 'production', runId });

/** v2 is rolled back in an incident. */
function failing() {
  return HistoryBuilder.create()
    .deploys('v1', { at: '11-01 08:00', runId: 'one' })
    .deploys('v2', { at: '11-05 08:00', runId: 'two' })
    .incident('INC-1', { at: '11-05 08:10', resolved: '11-05 08:40' })
    .deploys('v1', { at: '11-05 08:20', runId: 'back', rollback: true });
}

const clean = { type: 'verdict', verdict: 'clean' } as const;
const two = { deploymentId: idOf('two'), runIds: ['two'] };

describe('a word on a verdict', () => {
  it('beats the rules, and keeps what they found', () => {
    const { deployments, incidents } = failing()
      .corrects(clean, { at: '11-06 08:00', id: 'word', ...two })
      .facts();
    expect(deployments[1].verdict).toEqual({
      name: 'clean',
      confidence: 1,
      suspected: false,
      decidedBy: 'person',
      correction: {
        id: 'word',
        by: 'user:default/maja',
        at: '2026-11-06T08:00:00.000Z',
        reason: 'The provider was down at that time',
      },
    });
    expect(deployments[1].evidence.map(({ overruled }) => overruled)).toEqual([
      true,
      true,
    ]);
    expect(deployments[1].recoveredAt).toBeUndefined();
    expect(incidents[0].cause).toBeUndefined();
  });

  it('fails what no rule found', () => {
    const { deployments } = failing()
      .corrects(
        { type: 'verdict', verdict: 'failed' },
        { at: '11-06 08:00', deploymentId: idOf('one') },
      )
      .facts();
    expect(deployments[0].verdict).toMatchObject({
      name: 'failed',
      suspected: false,
    });
    expect(deployments[0].evidence).toEqual([
      expect.objectContaining({ rule: 'person', confidence: 1 }),
    ]);
  });

  it('gives way to a later word', () => {
    const { deployments } = failing()
      .corrects(
        { type: 'verdict', verdict: 'prevented' },
        { at: '11-06 09:00', ...two },
      )
      .corrects(clean, { at: '11-06 08:00', ...two })
      .facts();
    expect(deployments[1].verdict.name).toBe('prevented');
  });

  it('of two at one instant is the one whose id sorts last, in any order', () => {
    const prevented = { type: 'verdict', verdict: 'prevented' } as const;
    const at = '11-06 08:00';
    const one = failing()
      .corrects(clean, { at, id: 'a', ...two })
      .corrects(prevented, { at, id: 'b', ...two });
    const other = failing()
      .corrects(prevented, { at, id: 'b', ...two })
      .corrects(clean, { at, id: 'a', ...two });
    expect(one.facts().deployments[1].verdict.name).toBe('prevented');
    expect(other.facts()).toEqual(one.facts());
  });

  it('finds its deployment by a run when the runs were grouped anew', () => {
    const { deployments } = failing()
      .deploys('v2', { at: '11-05 07:50', runId: 'earlier', target: 'eu' })
      .corrects(clean, { at: '11-06 08:00', ...two })
      .facts();
    expect(deployments[1].id).toBe(idOf('earlier'));
    expect(deployments[1].verdict.name).toBe('clean');
  });

  it('on nothing that is known changes nothing', () => {
    const plain = failing().facts();
    const facts = failing()
      .corrects(clean, {
        at: '11-06 08:00',
        deploymentId: 'gone',
        runIds: ['x'],
      })
      .facts();
    expect(facts).toEqual(plain);
  });
});

describe('taking a word back', () => {
  const word = () =>
    failing().corrects(clean, { at: '11-06 08:00', id: 'word', ...two });
  const undo = (correctionId: string) =>
    ({ type: 'undo', correctionId } as const);

  it('lets the rules decide again', () => {
    const facts = word().corrects(undo('word'), { at: '11-07 08:00' }).facts();
    expect(facts).toEqual(failing().facts());
  });

  it('can itself be taken back', () => {
    const { deployments } = word()
      .corrects(undo('word'), { at: '11-07 08:00', id: 'undo' })
      .corrects(undo('undo'), { at: '11-08 08:00' })
      .facts();
    expect(deployments[1].verdict.name).toBe('clean');
  });

  it('brings the word before it into force', () => {
    const { deployments } = failing()
      .corrects(
        { type: 'verdict', verdict: 'prevented' },
        { at: '11-06 07:00', ...two },
      )
      .corrects(clean, { at: '11-06 08:00', id: 'word', ...two })
      .corrects(undo('word'), { at: '11-07 08:00' })
      .facts();
    expect(deployments[1].verdict.name).toBe('prevented');
  });

  it('in a circle ends', () => {
    const { deployments } = word()
      .corrects(undo('b'), { at: '11-07 08:00', id: 'a' })
      .corrects(undo('a'), { at: '11-08 08:00', id: 'b' })
      .facts();
    expect(deployments[1].verdict.decidedBy).toBe('person');
  });
});

describe('a word on the cause of an incident', () => {
  const [incident] = failing().facts().incidents;
  const cause = (deploymentId?: string) =>
    ({ type: 'cause', incidentId: incident.id, deploymentId } as const);

  it('blames the deployment it names, and no other one for it', () => {
    const { deployments, incidents } = failing()
      .corrects(cause(idOf('one')), { at: '11-06 08:00' })
      .facts();
    expect(deployments[0].verdict).toMatchObject({
      name: 'failed',
      confidence: 1,
    });
    expect(deployments[0].evidence.map(({ rule }) => rule)).toEqual([
      'incident-caused-by',
    ]);
    expect(incidents[0].cause).toEqual({
      deploymentId: idOf('one'),
      version: 'v1',
      confidence: 1,
      rule: 'person',
    });
    const [rollback, window] = deployments[1].evidence;
    expect([rollback.rule, rollback.overruled]).toEqual([
      'rollback-event',
      false,
    ]);
    expect([window.rule, window.overruled]).toEqual([
      'incident-in-window',
      true,
    ]);
  });

  it('clears all when none caused it, and says who said so', () => {
    const { deployments, incidents } = HistoryBuilder.create()
      .deploys('v2', { at: '11-05 08:00' })
      .incident('INC-1', { at: '11-05 08:10', resolved: '11-05 08:40' })
      .corrects(cause(), { at: '11-06 08:00', reason: 'The provider was down' })
      .facts();
    expect(deployments[0].verdict.name).toBe('clean');
    expect(deployments[0].evidence[0].overruled).toBe(true);
    expect(incidents[0].cause).toBeUndefined();
    expect(incidents[0].causedByNone).toEqual({
      by: 'user:default/maja',
      at: '2026-11-06T08:00:00.000Z',
      reason: 'The provider was down',
    });
  });

  it('can be taken back', () => {
    const facts = failing()
      .corrects(cause(), { at: '11-06 08:00', id: 'word' })
      .corrects({ type: 'undo', correctionId: 'word' }, { at: '11-07 08:00' })
      .facts();
    expect(facts).toEqual(failing().facts());
  });

  it('names a deployment that is gone: the rules decide', () => {
    const facts = failing()
      .corrects(cause('gone'), { at: '11-06 08:00' })
      .facts();
    expect(facts).toEqual(failing().facts());
  });

  describe('of an alert that comes back', () => {
    const alert = (at: string, ended: string) => ({
      at,
      resolved: ended,
      source: 'alertmanager',
    });
    const history = () =>
      HistoryBuilder.create()
        .deploys('v1', { at: '11-05 07:50' })
        .incident('A', alert('11-05 08:00', '11-05 08:30'));
    const [spoken] = history().facts().incidents;
    const none = {
      type: 'cause',
      incidentId: spoken.id,
      incident: { key: spoken.key ?? '', startedAt: spoken.startedAt },
    } as const;
    const clearedAt = (build: HistoryBuilder) =>
      build
        .corrects(none, { at: '11-06 08:00' })
        .facts()
        .incidents.filter(({ causedByNone }) => causedByNone)
        .map(({ startedAt }) => startedAt.slice(5, 16));

    it('stays with it when an earlier occurrence is heard of late', () => {
      expect(
        clearedAt(history().incident('A', alert('11-04 08:00', '11-04 08:10'))),
      ).toEqual(['11-05T08:00']);
    });

    it('follows it when a late event makes it begin earlier', () => {
      expect(
        clearedAt(history().incident('A', alert('11-05 07:55', '11-05 08:10'))),
      ).toEqual(['11-05T07:55']);
    });

    it('speaks of no other one when it is gone', () => {
      const other = HistoryBuilder.create()
        .deploys('v1', { at: '11-05 07:50' })
        .incident('A', alert('11-04 08:00', '11-04 08:10'));
      expect(clearedAt(other)).toEqual([]);
    });

    it('means the first one where it was said without a start', () => {
      const { incidents } = history()
        .corrects(
          {
            type: 'cause',
            incidentId: shortHash(`${spoken.entityRef}\n${spoken.key}`),
          },
          { at: '11-06 08:00' },
        )
        .facts();
      expect(incidents[0].causedByNone).toBeDefined();
    });
  });
});
