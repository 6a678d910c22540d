import { parse as parseYaml } from 'yaml';
import { delivery } from '../__testUtils__/delivery';
import { documentedBlock } from '../__testUtils__/documented';
import { alertGroup, firingAlert } from './__fixtures__/alerts';
import { AlertmanagerSender } from './AlertmanagerSender';

const NEVER = '0001-01-01T00:00:00Z';

describe('AlertmanagerSender', () => {
  const sender = AlertmanagerSender.create();
  /** As it comes in time. */
  const told = (group: unknown) => ({
    ...delivery(group),
    receivedAt: Date.UTC(2026, 10, 20, 14, 21),
  });
  const parse = (...alerts: unknown[]) =>
    sender.parse(told(alertGroup(alerts)));
  const resolved = firingAlert({
    status: 'resolved',
    endsAt: '2026-11-20T14:27:00.5Z',
  });

  it('reads what begins', () => {
    expect(parse(firingAlert())).toEqual({
      summary: 'alerts: 1 firing, 0 resolved',
      occurredAt: Date.UTC(2026, 10, 20, 14, 20),
      notice: undefined,
      drafts: [
        {
          kind: 'incident',
          id: 'alertmanager:8a07086b74f3ba78:1795184400000:triggered',
          source: 'alertmanager',
          at: '2026-11-20T14:20:00.000Z',
          incidentKey: expect.stringMatching(/^alertmanager:[0-9a-f]{16}$/),
          part: '8a07086b74f3ba78',
          phase: 'triggered',
          title: 'Checkout fails for 12 % of customers',
          label: 'CheckoutErrors',
          severity: 'critical',
          environment: 'production',
          startedAt: '2026-11-20T14:20:00.000Z',
          version: 'v2.31.0',
          links: {
            runbook: 'https://wiki.example.com/checkout',
            dashboards: 'https://grafana.example.com/d/checkout',
          },
          url: 'https://prometheus.example.com/graph?g0',
          identity: [
            { type: 'service', value: 'checkout' },
            { type: 'environment', value: 'production' },
          ],
        },
      ],
    });
  });

  it('reads what ends, of the same occurrence', () => {
    const [begun] = parse(firingAlert()).drafts;
    const [ended] = parse(resolved).drafts;

    expect(ended).toMatchObject({
      id: 'alertmanager:8a07086b74f3ba78:1795184400000:resolved',
      phase: 'resolved',
      at: '2026-11-20T14:27:00.500Z',
      startedAt: '2026-11-20T14:20:00.000Z',
      endedAt: '2026-11-20T14:27:00.500Z',
    });
    expect('incidentKey' in ended && ended.incidentKey).toBe(
      'incidentKey' in begun && begun.incidentKey,
    );
  });

  it('pitfall: the zero time of Alertmanager is no end', () => {
    expect(parse(firingAlert({ endsAt: NEVER })).drafts[0]).not.toHaveProperty(
      'endedAt',
      expect.anything(),
    );
    // and who says "resolved" without a time says at least that it began
    expect(
      parse(firingAlert({ status: 'resolved', endsAt: NEVER })).drafts[0],
    ).toMatchObject({ phase: 'resolved', endedAt: '2026-11-20T14:20:00.000Z' });
  });

  it('pitfall: a group that fires tells ends, too', () => {
    const { drafts, summary } = parse(firingAlert({ fingerprint: 'one' }), {
      ...resolved,
      fingerprint: 'two',
    });

    expect(summary).toBe('alerts: 1 firing, 1 resolved');
    expect(drafts.map(draft => 'phase' in draft && draft.phase)).toEqual([
      'triggered',
      'resolved',
    ]);
  });

  it('pitfall: members of a cluster say the same, however often', () => {
    const first = told(alertGroup([firingAlert()]));
    const hours = { ...first, receivedAt: first.receivedAt + 4 * 3_600_000 };

    const [begun, ...heard] = sender.parse(hours).drafts;
    expect([begun]).toEqual(sender.parse(first).drafts);
    // one that was told before goes on: the latest of these counts
    expect(heard).toEqual([
      {
        ...begun,
        id: 'alertmanager:8a07086b74f3ba78:1795184400000:heard',
        at: new Date(hours.receivedAt).toISOString(),
        phase: 'updated',
        stillOpen: true,
      },
    ]);
    expect(
      sender.keyOf({ ...first, receivedAt: first.receivedAt + 60_000 }),
    ).toEqual(sender.keyOf(first));
    // but that it still fires after hours is worth keeping
    expect(sender.keyOf(hours)).not.toEqual(sender.keyOf(first));
  });

  it('joins the alerts of one service, and not those of two', () => {
    const keys = parse(
      firingAlert({ fingerprint: 'a', labels: { pod: 'checkout-1' } }),
      firingAlert({ fingerprint: 'b', labels: { pod: 'checkout-2' } }),
      firingAlert({ fingerprint: 'c', labels: { service: 'search' } }),
    ).drafts.map(draft => 'incidentKey' in draft && draft.incidentKey);

    expect(new Set(keys).size).toBe(2);
    expect(keys[0]).toBe(keys[1]);
    expect(
      AlertmanagerSender.create({
        severities: ['critical'],
        incidentLabels: ['pod'],
      }).parse(
        told(
          alertGroup([
            firingAlert({ labels: { pod: 'checkout-1' } }),
            firingAlert({ labels: { pod: 'checkout-2' } }),
          ]),
        ),
      ).drafts,
    ).toEqual([
      expect.objectContaining({ incidentKey: expect.any(String) }),
      expect.not.objectContaining({ incidentKey: keys[0] }),
    ]);
  });

  it('pitfall: an alert is no incident unless its severity or a label says so', () => {
    expect(
      parse(firingAlert({ labels: { severity: 'warning' } })),
    ).toMatchObject({
      drafts: [],
      notice: expect.stringContaining('critical, page'),
    });
    expect(
      parse(firingAlert({ labels: { severity: 'info', incident: 'true' } }))
        .drafts,
    ).toHaveLength(1);
    expect(
      parse(firingAlert({ labels: { severity: 'CRITICAL' } })).drafts,
    ).toHaveLength(1);
  });

  it('says that Alertmanager left alerts out', () => {
    expect(
      sender.parse(
        told({ ...alertGroup([firingAlert()]), truncatedAlerts: 3 }),
      ),
    ).toMatchObject({
      drafts: [expect.anything()],
      notice: expect.stringContaining('left out 3 alerts of this group'),
    });
  });

  it('marks alerts that stand on figures of deployments', () => {
    expect(
      parse(firingAlert({ labels: { plimsoll_derived: 'true' } })).drafts[0],
    ).toMatchObject({ derived: true });
  });

  it('keeps addresses out that could run in a page', () => {
    expect(
      parse(
        firingAlert({
          annotations: {
            // eslint-disable-next-line no-script-url
            runbook_url: 'javascript:alert(1)',
            dashboard_url: 'https://user:secret@example.com/',
          },
        }),
      ).drafts[0],
    ).toMatchObject({ links: undefined, title: 'CheckoutErrors' });
  });

  it('refuses a payload that a template has replaced, and says what to do', () => {
    expect(() => sender.parse(delivery({ text: 'It burns' }))).toThrow(
      "version: it is not the '4' of Alertmanager's own payload: take the " +
        "'payload' template out of webhook_configs",
    );
  });

  it('the documented receiver knocks at this door and is told of ends', () => {
    const { receivers } = parseYaml(
      documentedBlock('yaml', '# alertmanager.yml'),
    );

    expect(receivers[0].webhook_configs[0]).toEqual({
      url: 'https://portal.example.com/api/stability/webhooks/alertmanager',
      send_resolved: true,
      max_alerts: 0,
      http_config: {
        authorization: {
          type: 'Bearer',
          credentials_file: expect.any(String),
        },
      },
    });
  });
});
