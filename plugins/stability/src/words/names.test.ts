import { confidenceLevel } from './confidenceLevel';
import { deploymentName } from './deploymentName';
import { verdictKind } from './verdictKind';

describe('the name of a deployment', () => {
  it.each([
    [{ id: 'abc', version: 'v2.31.0', commitSha: 'a91c4e2d00aa' }, 'v2.31.0'],
    [{ id: 'abc', commitSha: 'a91c4e2d00aa' }, 'a91c4e2'],
    [{ id: '0123456789' }, '0123456'],
  ])('of %p is %p', (deployment, name) => {
    expect(deploymentName(deployment)).toBe(name);
  });
});

describe('how sure a rule is', () => {
  it.each([
    [1, 'certain'],
    [0.95, 'certain'],
    [0.949, 'high'],
    [0.8, 'high'],
    [0.6, 'medium'],
    [0.5, 'medium'],
    [0.49, 'low'],
  ])('%p is %p', (confidence, level) => {
    expect(confidenceLevel(confidence)).toBe(level);
  });
});

describe('the mark of a verdict', () => {
  const verdict = {
    confidence: 0.6,
    suspected: true,
    decidedBy: 'rule',
  } as const;

  it('is suspect only for a failure that no rule is sure of', () => {
    expect(verdictKind({ ...verdict, name: 'failed' })).toBe('suspect');
    expect(verdictKind({ ...verdict, name: 'failed', suspected: false })).toBe(
      'failed',
    );
    expect(verdictKind({ ...verdict, name: 'prevented' })).toBe('prevented');
  });
});
