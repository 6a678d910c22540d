import { aDeployment } from '../__fixtures__/workloads';
import { workloadVersion } from './workloadVersion';

const read = (options: Parameters<typeof aDeployment>[0]) =>
  workloadVersion(aDeployment(options));
const digest = `sha256:${'ab'.repeat(32)}`;

describe('workloadVersion', () => {
  it('takes the tag of the only image', () => {
    expect(read({ images: ['localhost:5000/checkout:v1.2.3'] })).toEqual({
      key: expect.stringMatching(/^[0-9a-f]{12}$/),
      version: 'v1.2.3',
      artifacts: ['localhost:5000/checkout:v1.2.3'],
      commitSha: undefined,
    });
  });

  it('takes the image that is called like the workload, of several', () => {
    const images = ['mesh/proxy:v4', 'shop/checkout:v1.2.3'];
    expect(read({ images })).toMatchObject({
      version: 'v1.2.3',
      artifacts: images,
    });
  });

  it('takes the container that kubectl takes by default', () => {
    expect(
      read({
        images: ['shop/app:v7', 'shop/checkout:v1.2.3'],
        podAnnotations: { 'kubectl.kubernetes.io/default-container': 'main' },
      }),
    ).toMatchObject({ version: 'v7' });
  });

  it('goes by digests where there are any', () => {
    const images = [`shop/checkout:v1.2.3@${digest}`, 'mesh/proxy:v4'];
    expect(read({ images })).toMatchObject({
      version: 'v1.2.3',
      artifacts: [`shop/checkout:v1.2.3@${digest}`],
    });
  });

  it('takes the label where the tag is no version', () => {
    const podLabels = { 'app.kubernetes.io/version': '2026.11' };
    const options = { images: ['shop/checkout:latest'] };
    expect(read({ ...options, podLabels })).toMatchObject({
      version: '2026.11',
    });
    expect(read({ ...options, podLabels })?.key).not.toBe(read(options)?.key);
  });

  it.each([
    ['8f14e45fceea167a5a36dedd4bea2543aaaaaaaa', true],
    ['main-8f14e45', true],
    ['main', false],
    ['v1.2.3', false],
  ])('finds the commit in the tag %p: %p', (tag, isFound) => {
    const commitSha = read({ images: [`shop/checkout:${tag}`] })?.commitSha;
    expect(commitSha !== undefined && tag.endsWith(commitSha)).toBe(isFound);
  });

  it('is the same whatever else changes, and in whatever order', () => {
    const images = ['shop/checkout:v1', 'mesh/proxy:v4'];
    const key = read({ images })?.key;
    expect(
      read({
        images: [...images].reverse(),
        podAnnotations: { 'kubectl.kubernetes.io/restartedAt': 'now' },
        revision: 9,
      })?.key,
    ).toBe(key);
    expect(
      read({ images: ['shop/checkout:v1', 'mesh/proxy:v5'] })?.key,
    ).not.toBe(key);
  });

  it('knows nothing without an image', () => {
    expect(read({ images: [] })).toBeUndefined();
    expect(read({ images: [''] })).toBeUndefined();
  });
});
