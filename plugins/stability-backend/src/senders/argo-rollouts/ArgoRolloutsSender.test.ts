import { delivery, RECEIVED_AT } from '../__testUtils__/delivery';
import {
  documentedBlock,
  documentedTemplate,
} from '../__testUtils__/documented';
import { renderGoTemplate } from '../__testUtils__/renderGoTemplate';
import { ArgoRolloutsSender } from './ArgoRolloutsSender';

/** A Rollout as Argo Rollouts gives it to a template. */
function rolloutOf(
  status: Record<string, unknown> = {},
  strategy: unknown = { blueGreen: { activeService: 'checkout' } },
) {
  return {
    rollout: {
      metadata: {
        name: 'checkout',
        namespace: 'production',
        annotations: { 'rollout.argoproj.io/revision': '12' },
      },
      spec: {
        strategy,
        template: {
          spec: {
            containers: [
              { image: 'registry.example.com/shop/checkout:v2.31.0' },
              { image: 'envoyproxy/envoy:v1.30' },
            ],
          },
        },
      },
      status: {
        phase: 'Healthy',
        currentPodHash: 'abc',
        stableRS: 'abc',
        conditions: [
          { type: 'Available', lastUpdateTime: '2026-11-20T14:00:00Z' },
          {
            type: 'Progressing',
            lastUpdateTime: '2026-11-20T14:08:31Z',
            lastTransitionTime: '2026-11-20T14:05:00Z',
          },
        ],
        ...status,
      },
    },
  };
}

describe('ArgoRolloutsSender', () => {
  const sender = ArgoRolloutsSender.create();
  const template = documentedTemplate('argo-rollouts-notification-configmap');
  const parse = (status: Record<string, unknown> = {}, strategy?: unknown) =>
    sender.parse(
      delivery(renderGoTemplate(template.body, rolloutOf(status, strategy))),
    );

  it('reads what the documented template renders', () => {
    expect(template.path).toBe('/api/stability/webhooks/argo-rollouts');
    expect(parse()).toEqual({
      summary: 'rollout succeeded',
      occurredAt: Date.UTC(2026, 10, 20, 14, 8, 31),
      drafts: [
        {
          kind: 'deployment',
          id: 'argo-rollouts:production/checkout:12:abc:succeeded',
          source: 'argo-rollouts',
          at: '2026-11-20T14:08:31.000Z',
          runId: 'argo-rollouts:production/checkout:12:abc',
          environment: 'production',
          phase: 'succeeded',
          version: 'v2.31.0',
          artifacts: ['registry.example.com/shop/checkout:v2.31.0'],
          finishedAt: '2026-11-20T14:08:31.000Z',
          identity: [
            { type: 'kubernetes-id', value: 'checkout' },
            { type: 'environment', value: 'production' },
          ],
        },
      ],
    });
  });

  it.each([
    [
      'a canary on its way',
      { phase: 'Progressing', stableRS: 'old' },
      'started',
    ],
    ['a canary that waits', { phase: 'Paused', stableRS: 'old' }, 'started'],
    ['what is healthy beside the stable one', { stableRS: 'old' }, 'started'],
    ['a deadline that passed', { phase: 'Degraded' }, 'failed'],
    ['an abort', { phase: 'Degraded', abort: true }, 'aborted'],
  ])('reads %s', (_, status, phase) => {
    expect(parse(status).drafts[0]).toMatchObject({
      phase,
      at: '2026-11-20T14:08:31.000Z',
    });
  });

  it('says how much traffic a stopped canary had, and why', () => {
    expect(
      parse({
        phase: 'Degraded',
        abort: true,
        abortedAt: '2026-11-20T14:07:00Z',
        message: 'metric "success-rate" assessed Failed',
        canary: { weights: { canary: { weight: 20 } } },
      }).drafts[0],
    ).toMatchObject({
      phase: 'aborted',
      at: '2026-11-20T14:07:00.000Z',
      traffic: 0.2,
      reason: 'metric "success-rate" assessed Failed',
    });
  });

  it('says how much traffic a canary without a traffic router has', () => {
    const strategy = {
      canary: {
        steps: [
          { setWeight: 20 },
          { pause: { duration: '1m' } },
          { setWeight: 40 },
          { analysis: {} },
        ],
      },
    };
    const draftAt = (currentStepIndex: number, status = {}) =>
      parse(
        { phase: 'Progressing', stableRS: 'old', currentStepIndex, ...status },
        strategy,
      ).drafts[0];
    expect(draftAt(1)).toMatchObject({
      id: 'argo-rollouts:production/checkout:12:abc:started:0.2',
      traffic: 0.2,
    });
    expect(draftAt(3)).toMatchObject({
      id: 'argo-rollouts:production/checkout:12:abc:started:0.4',
      traffic: 0.4,
    });
    const aborted = { phase: 'Degraded', abort: true };
    expect(draftAt(2, aborted)).toMatchObject({ traffic: 0.4 });
    // pitfall: it begins anew at the first step when it aborts
    expect(draftAt(0, aborted)).toMatchObject({ traffic: undefined });
    const weights = { canary: { weight: 0 } };
    expect(draftAt(0, { ...aborted, canary: { weights } })).toMatchObject({
      traffic: undefined,
    });
  });

  it('the documented triggers tell each step', () => {
    const block = documentedBlock(
      'yaml',
      '# argo-rollouts-notification-configmap',
    );
    const triggers = [...block.matchAll(/trigger\.([\w-]+): \|/g)];
    expect(block).toContain(
      `triggers: [${triggers.map(([, name]) => name).join(', ')}]`,
    );
    expect(block).toContain('trigger.on-rollout-step-completed');
  });

  it.each([
    ['Promoted', 'succeeded', undefined],
    ['FastPromoted', 'succeeded', undefined],
    ['Aborted', 'aborted', undefined],
    ['Superseded', 'superseded', undefined],
    ['RolledBack', 'succeeded', true],
    ['FastRolledBack', 'succeeded', true],
  ])('believes its own word: %s', (completionStatus, phase, rollback) => {
    const duration = {
      rolloutStartedAt: '2026-11-20T14:01:00Z',
      finishedAt: '2026-11-20T14:09:00Z',
      completionStatus,
    };

    expect(parse({ duration }).drafts[0]).toMatchObject({
      phase,
      rollback,
      at: '2026-11-20T14:09:00.000Z',
      startedAt: '2026-11-20T14:01:00.000Z',
    });
    // the word may be there before the end is
    const unfinished = { ...duration, finishedAt: undefined };
    expect(
      parse({ duration: unfinished, phase: 'Progressing' }).drafts[0],
    ).toMatchObject({ phase: 'started' });
  });

  it('takes the time of receipt where no condition has one', () => {
    expect(parse({ conditions: undefined }).occurredAt).toBe(RECEIVED_AT);
  });
});
