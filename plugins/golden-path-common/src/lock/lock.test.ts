import { policyOf } from './policyOf';
import { readLock } from './readLock';

describe('policyOf', () => {
  it.each([
    ['chart/alerts/slo.yaml', 'managed'],
    ['chart/alerts/tests/slo.yaml', 'managed'],
    ['chart/alerts/tests/service.yaml', 'merge'],
    ['ci/gate.sh', 'managed'],
    ['src/app/main.py', 'once'],
    ['slo/objectives.yaml', 'once'],
    ['README.md', 'once'],
    ['docs/README.md', 'once'],
    ['package-lock.json', 'once'],
    ['chart/values.yaml', 'merge'],
    ['Dockerfile', 'merge'],
    ['.github/workflows/ci.yaml', 'merge'],
  ])('of %s is %s', (path, policy) => {
    expect(policyOf(path)).toBe(policy);
  });
});

describe('readLock', () => {
  const text = `version: 1
template: { name: node-service, version: 1.0.0, hash: abc }
engine: any
answers: { name: gift-cards }
files:
  a.txt: { sha256: abc, mode: '100644', policy: once }
`;

  it('reads what is one', () => {
    expect(readLock(text)?.files['a.txt'].policy).toBe('once');
  });

  it.each([
    ['', 'nothing'],
    ['[', 'no YAML'],
    [text.replace('version: 1\n', 'version: 2\n'), 'of another layout'],
    [text.replace('once', 'never'), 'with another policy'],
    ['a: &a [x]\nb: *a', 'with an alias'],
  ])('takes %j for none: %s', broken => {
    expect(readLock(broken)).toBeUndefined();
  });
});
