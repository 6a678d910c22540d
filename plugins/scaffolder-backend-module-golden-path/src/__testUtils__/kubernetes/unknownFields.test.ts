import { objectFaults } from './objectFaults';
import { unknownFields } from './unknownFields';

const pod = (container: object) => ({
  metadata: { labels: { app: 'orders' } },
  spec: {
    containers: [{ name: 'orders', image: 'orders:1', ...container }],
  },
});
const deployment = (container: object) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'orders' },
  spec: {
    selector: { matchLabels: { app: 'orders' } },
    template: pod(container),
  },
});
const rollout = (canary: object) => ({
  ...deployment({}),
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
  spec: { ...deployment({}).spec, strategy: { canary } },
});

describe('unknownFields', () => {
  it('knows every field of an object that is right', () => {
    const right = deployment({
      livenessProbe: { httpGet: { path: '/healthz', port: 'http' } },
      resources: { limits: { memory: '1Gi', 'example.com/gpu': '1' } },
      lifecycle: { preStop: { sleep: { seconds: 5 } } },
    });
    expect(unknownFields('apps/v1 Deployment', right)).toEqual([]);
  });

  it('finds what is misspelt, however deep', () => {
    const wrong = deployment({ livenesProbe: {}, ports: [{ portNumber: 1 }] });
    expect(unknownFields('apps/v1 Deployment', wrong)).toEqual([
      'spec.template.spec.containers[0].livenesProbe',
      'spec.template.spec.containers[0].ports[0].portNumber',
    ]);
  });

  it('finds it in definitions of others', () => {
    expect(
      unknownFields(
        'argoproj.io/v1alpha1 Rollout',
        rollout({ stepz: [], steps: [{ setWeight: 10, wait: 5 }] }),
      ),
    ).toEqual([
      'spec.strategy.canary.stepz',
      'spec.strategy.canary.steps[0].wait',
    ]);
  });

  it('says nothing of a kind that it does not know', () => {
    expect(unknownFields('v1 Pod', {})).toBeUndefined();
  });
});

describe('objectFaults', () => {
  it('is content with what is right', async () => {
    await expect(objectFaults(deployment({}))).resolves.toEqual([]);
    await expect(
      objectFaults(rollout({ steps: [{ setWeight: 10 }] })),
    ).resolves.toEqual([]);
  });

  it('names object and field', async () => {
    const [misspelt] = await objectFaults(deployment({ comand: [] }));
    expect(misspelt).toBe(
      'Deployment orders: spec.template.spec.containers[0].comand is no field',
    );
  });

  it('finds values that are not allowed', async () => {
    const [fault] = await objectFaults(deployment({ name: 7 }));
    expect(fault).toMatch(/^Deployment orders: .*name.*string/);
    const [ofRollout] = await objectFaults(
      rollout({ steps: [{ setWeight: 'ten' }] }),
    );
    expect(ofRollout).toMatch(/^Rollout orders: .*setWeight/);
  });

  it('finds kinds that nobody knows', async () => {
    const faults = await objectFaults({ ...deployment({}), apiVersion: 'v2' });
    expect(faults).toEqual(['Deployment orders: v2 has no such kind']);
  });
});
