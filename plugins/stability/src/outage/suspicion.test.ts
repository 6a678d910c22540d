import { suspicion } from './suspicion';

const verdict = {
  name: 'pending',
  confidence: 0,
  suspected: false,
  decidedBy: 'rule',
} as const;
const cause = {
  deploymentId: 'd1',
  confidence: 0.6,
  rule: 'incident-in-window',
} as const;

describe('how a deployment stands while an incident is open', () => {
  it.each([
    ['d1', 'pending', { kind: 'suspect', suspected: true }],
    ['d1', 'clean', { kind: 'suspect', suspected: true }],
    ['d1', 'failed', { kind: 'failed', suspected: true }],
    ['d2', 'pending', { kind: 'pending', suspected: false }],
    ['d2', 'failed', { kind: 'failed', suspected: false }],
  ] as const)('%s, %s', (id, name, expected) => {
    expect(
      suspicion({
        deployment: { id, verdict: { ...verdict, name } },
        incident: { cause },
      }),
    ).toEqual(expected);
  });

  it('suspects nobody without a cause', () => {
    expect(
      suspicion({ deployment: { id: 'd1', verdict }, incident: {} }).kind,
    ).toBe('pending');
  });
});
