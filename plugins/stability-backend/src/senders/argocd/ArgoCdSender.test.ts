import { delivery } from '../__testUtils__/delivery';
import { documentedTemplate } from '../__testUtils__/documented';
import { renderGoTemplate } from '../__testUtils__/renderGoTemplate';
import { documentedBlock } from '../__testUtils__/documented';
import { ArgoCdSender } from './ArgoCdSender';

/** An Application after a sync, as Argo CD gives it to a template. */
function applicationOf(
  overrides: {
    phase?: string;
    health?: string;
    healthSince?: string;
    finishedAt?: string;
    message?: string;
    labels?: Record<string, string>;
    images?: string[];
  } = {},
) {
  const { phase = 'Succeeded', health = 'Healthy' } = overrides;
  return {
    app: {
      metadata: {
        name: 'checkout-prod',
        namespace: 'argocd',
        labels: overrides.labels,
      },
      spec: {
        destination: {
          server: 'https://10.0.0.1',
          namespace: 'production',
        },
      },
      status: {
        operationState: {
          phase,
          message:
            overrides.message ?? 'successfully "synced"\n(all tasks run)',
          startedAt: '2026-11-20T14:05:02Z',
          finishedAt:
            phase === 'Running'
              ? undefined
              : overrides.finishedAt ?? '2026-11-20T14:06:10Z',
        },
        health: { status: health, lastTransitionTime: overrides.healthSince },
        summary: {
          images: overrides.images ?? [
            'registry.example.com/shop/checkout:v2.31.0@sha256:0b31',
            'envoyproxy/envoy:v1.30',
          ],
        },
      },
    },
  };
}

describe('ArgoCdSender', () => {
  const sender = ArgoCdSender.create();
  const template = documentedTemplate('argocd-notifications-cm');
  const parse = (overrides: Parameters<typeof applicationOf>[0] = {}) =>
    sender.parse(
      delivery(renderGoTemplate(template.body, applicationOf(overrides))),
    );

  it('reads what the documented template renders', () => {
    expect(template.path).toBe('/api/stability/webhooks/argocd');
    expect(parse({ healthSince: '2026-11-20T14:08:31Z' })).toEqual({
      summary: 'sync Succeeded, Healthy',
      occurredAt: Date.UTC(2026, 10, 20, 14, 8, 31),
      drafts: [
        {
          kind: 'deployment',
          id: 'argocd:argocd/checkout-prod:1795183502000:succeeded',
          source: 'argocd',
          at: '2026-11-20T14:08:31.000Z',
          runId: 'argocd:argocd/checkout-prod:1795183502000',
          environment: 'production',
          phase: 'succeeded',
          version: 'v2.31.0',
          artifacts: ['registry.example.com/shop/checkout:v2.31.0@sha256:0b31'],
          startedAt: '2026-11-20T14:05:02.000Z',
          finishedAt: '2026-11-20T14:08:31.000Z',
          target: 'https://10.0.0.1',
          identity: [
            { type: 'argocd-app', value: 'checkout-prod' },
            { type: 'environment', value: 'production' },
          ],
        },
      ],
    });
  });

  it('pitfall: an image that is tagged with its commit has a version', () => {
    const draftOf = (tag: string) =>
      parse({
        images: [`registry.example.com/shop/checkout:${tag}`, 'envoy:v1.30'],
      }).drafts[0];
    expect(draftOf('3f2a91c')).toMatchObject({
      version: undefined,
      artifacts: ['registry.example.com/shop/checkout:3f2a91c'],
      commitSha: '3f2a91c',
    });
    expect(draftOf('main-8f14e45')).toMatchObject({ commitSha: '8f14e45' });
    expect(draftOf('build-1234')).toMatchObject({
      artifacts: ['registry.example.com/shop/checkout:build-1234'],
    });
  });

  it.each([
    ['Running', 'Progressing', 'started', '2026-11-20T14:05:02.000Z'],
    ['Failed', 'Healthy', 'failed', '2026-11-20T14:06:10.000Z'],
    ['Error', 'Missing', 'failed', '2026-11-20T14:06:10.000Z'],
    ['Succeeded', 'Degraded', 'failed', '2026-11-20T14:06:10.000Z'],
  ])('a sync %s and %s has %s', (phase, health, expected, at) => {
    const [draft] = parse({ phase, health }).drafts;

    expect(draft).toMatchObject({ phase: expected, at });
    expect('reason' in draft && draft.reason).toBe(
      expected === 'failed'
        ? 'successfully "synced" (all tasks run)'
        : undefined,
    );
  });

  it('waits while it is applied but not healthy', () => {
    expect(parse({ health: 'Progressing' })).toMatchObject({
      drafts: [],
      notice: expect.stringContaining('has not ended'),
    });
  });

  it('finds the environment and the service in labels', () => {
    const { drafts } = parse({
      labels: {
        'plimsoll.dev/environment': 'prod-eu',
        'backstage.io/kubernetes-id': 'checkout',
      },
    });

    expect(drafts[0]).toMatchObject({
      environment: 'prod-eu',
      identity: expect.arrayContaining([
        { type: 'kubernetes-id', value: 'checkout' },
        { type: 'environment', value: 'prod-eu' },
      ]),
    });
  });

  it('pitfall: a rollback is another run, which the documented trigger sends', () => {
    const block = documentedBlock('yaml', '# argocd-notifications-cm');

    // what is keyed by the revision would be sent once for all time
    expect(block).not.toMatch(/oncePer: .*revision/);
    expect(
      block.match(/oncePer: app\.status\.operationState\.finishedAt/g),
    ).toHaveLength(3);
  });
});
