import type { RulesRequest, ServerRule } from '@plimsoll/prometheus-client';
import { readLoadedRules } from './readLoadedRules';

const rule = (name: string, labels = {}): ServerRule => ({
  name,
  kind: 'alerting',
  group: 'cart',
  labels,
  annotations: {},
  health: 'ok',
});

const ALL = [
  rule('SLOFastBurn', { slo: 'slo:default/cart' }),
  rule('ServiceDown', { service: 'cart', severity: 'critical' }),
  rule('ServiceDown', { service: 'pay' }),
  rule('Other'),
];

function server(all = ALL) {
  const asked: RulesRequest[] = [];
  const api = {
    rules: async (request: RulesRequest) => {
      asked.push(request);
      return all;
    },
  };
  return { api, asked };
}

describe('readLoadedRules', () => {
  it('asks by name and by label, and keeps what was asked for', async () => {
    const { api, asked } = server();
    const read = await readLoadedRules({
      api,
      names: ['SLOFastBurn'],
      labels: [{ service: 'cart' }],
    });
    expect(asked).toEqual([
      { names: ['SLOFastBurn'] },
      { labels: [{ service: 'cart' }] },
    ]);
    expect(read).toEqual([ALL[0], ALL[1]]);
  });

  it('gives a rule once that both lists name', async () => {
    const { api } = server();
    const labels = [{ service: 'cart', severity: 'critical' }];
    expect(
      await readLoadedRules({ api, names: ['ServiceDown'], labels }),
    ).toEqual([ALL[1], ALL[2]]);
  });

  it('does not ask for nothing, since that would be everything', async () => {
    const { api, asked } = server();
    expect(await readLoadedRules({ api, names: [], labels: [] })).toEqual([]);
    expect(asked).toEqual([]);
  });
});
