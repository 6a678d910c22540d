import { parseRules } from './parseRules';

const rule = {
  name: 'ServiceDown',
  type: 'alerting',
  query: 'absent(build_info)',
  labels: { severity: 'critical' },
  annotations: { runbook_url: 'https://runbooks.example/cart' },
  health: 'ok',
  lastEvaluation: '2026-11-22T10:00:00.5Z',
};

const answer = (...rules: unknown[]) => ({
  status: 'success',
  data: { groups: [{ name: 'cart', file: '/rules.yaml', rules }] },
});

describe('parseRules', () => {
  it('reads alerts and recorded series', () => {
    const recording = { name: 'slo:bad', type: 'recording' };
    expect(parseRules(answer(rule, recording))).toEqual([
      {
        name: 'ServiceDown',
        kind: 'alerting',
        group: 'cart',
        labels: { severity: 'critical' },
        annotations: { runbook_url: 'https://runbooks.example/cart' },
        health: 'ok',
        error: undefined,
        evaluatedAt: Date.parse('2026-11-22T10:00:00.5Z') / 1_000,
      },
      expect.objectContaining({
        name: 'slo:bad',
        kind: 'recording',
        labels: {},
        health: 'unknown',
        evaluatedAt: undefined,
      }),
    ]);
  });

  it('knows a rule that was never evaluated, and one that fails', () => {
    const [read] =
      parseRules(
        answer({
          ...rule,
          health: 'err',
          lastError: 'Post "http://10.0.0.7:9090/x": no such metric',
          lastEvaluation: '0001-01-01T00:00:00Z',
        }),
      ) ?? [];
    expect(read.health).toBe('err');
    expect(read.evaluatedAt).toBeUndefined();
    expect(read.error).toMatch(/no such metric/);
    expect(read.error).not.toMatch(/10\.0\.0\.7/);
  });

  it.each([
    undefined,
    {},
    { status: 'error' },
    answer({ name: 'x', type: 'other' }),
  ])('refuses what is no such answer: %j', body => {
    expect(parseRules(body)).toBeUndefined();
  });
});
