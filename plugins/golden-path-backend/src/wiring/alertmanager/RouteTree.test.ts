import { RouteTree } from './RouteTree';

const CONFIG = `
route:
  receiver: nobody
  routes:
    - matchers: ['service=~"gift-cards|component:default/gift-cards"']
      receiver: chat
      routes:
        - matchers: ['severity=~"critical|page"']
          receiver: pager
        - match: { severity: info }
          receiver: mail
    - matchers: [team="shop", 'tier!="3"']
      receiver: shop
      continue: true
    - match_re: { team: 'sh.*' }
      receiver: all
receivers:
  - name: nobody
  - name: chat
    slack_configs: [{ channel: '#loyalty' }]
  - name: pager
    pagerduty_configs: [{ routing_key: <secret> }]
    email_configs: [{ to: loyalty@shopkart.example }]
    webhook_configs: []
  - name: mail
    email_configs: [{ to: loyalty@shopkart.example }]
  - name: shop
    webhook_configs: [{ url: <secret> }]
  - name: all
    opsgenie_configs: [{}]
`;

describe('RouteTree', () => {
  const tree = RouteTree.parse(CONFIG);
  const names = (labels: Record<string, string>) =>
    tree.receiversOf(labels).map(({ name }) => name);

  it.each([
    [{ service: 'gift-cards', severity: 'critical' }, ['pager']],
    [{ service: 'gift-cards', severity: 'page' }, ['pager']],
    [{ service: 'gift-cards', severity: 'info' }, ['mail']],
    [{ service: 'gift-cards', severity: 'ticket' }, ['chat']],
    [{ service: 'component:default/gift-cards' }, ['chat']],
    // patterns are anchored
    [{ service: 'my-gift-cards-2', severity: 'critical' }, ['nobody']],
    [{}, ['nobody']],
    [{ team: 'shop' }, ['shop', 'all']],
    [{ team: 'shop', tier: '3' }, ['all']],
  ])('leads %j to %j', (labels, expected) => {
    expect(names(labels)).toEqual(expected);
  });

  it('knows how a receiver tells people, and who tells nobody', () => {
    const [pager] = tree.receiversOf({
      service: 'gift-cards',
      severity: 'critical',
    });
    expect(pager.integrations).toEqual(['pagerduty', 'email']);
    expect(tree.receiversOf({})[0].integrations).toEqual([]);
  });

  it('reads matchers in braces, with escapes and without quotes', () => {
    const other = RouteTree.parse(`
route:
  receiver: a
  routes:
    - matchers: ['{service="say \\"hi\\", now", severity=page}']
      receiver: b
receivers: [{ name: a }, { name: b }]
`);
    const labels = { service: 'say "hi", now', severity: 'page' };
    expect(other.receiversOf(labels).map(({ name }) => name)).toEqual(['b']);
    expect(
      other.receiversOf({ ...labels, severity: 'x' }).map(({ name }) => name),
    ).toEqual(['a']);
  });

  it.each([
    ['no YAML', 'a: [', /no YAML/],
    ['another text', 'a: 1', /without route and receivers/],
  ])('refuses %s', (_, text, message) => {
    expect(() => RouteTree.parse(text)).toThrow(message);
  });

  it.each([
    ['no matcher', '= =', /is no matcher/],
    ['a pattern of Go alone', 'a=~"(?P<x>b)"', /does not/],
  ])(
    'refuses %s only to alerts that it matters to',
    (_, unreadable, message) => {
      const matchers = JSON.stringify([unreadable, 'team="shop"']);
      const other = RouteTree.parse(`
route:
  receiver: a
  routes:
    - { matchers: ['tier=1'], receiver: b }
    - { matchers: ${matchers}, receiver: c }
    - { matchers: ['tier=2'], receiver: d }
receivers: []
`);
      const lead = (labels: Record<string, string>) =>
        other.receiversOf(labels).map(({ name }) => name);
      expect(lead({ team: 'pay', tier: '2' })).toEqual(['d']);
      expect(lead({ team: 'shop', tier: '1' })).toEqual(['b']);
      expect(() => lead({ team: 'shop', tier: '2' })).toThrow(message);
    },
  );

  it('reads flags of Go, and values with spaces', () => {
    const other = RouteTree.parse(`
route:
  receiver: a
  routes:
    - matchers: ['severity=~"(?i)page|critical"', 'team = gift cards']
      receiver: b
receivers: []
`);
    const lead = (severity: string, team = 'gift cards') =>
      other.receiversOf({ severity, team }).map(({ name }) => name);
    expect(lead('PAGE')).toEqual(['b']);
    expect(lead('Critical')).toEqual(['b']);
    expect(lead('my-page')).toEqual(['a']);
    expect(lead('page', 'gift')).toEqual(['a']);
  });
});
