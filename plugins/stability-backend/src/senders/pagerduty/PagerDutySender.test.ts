import { delivery } from '../__testUtils__/delivery';
import { incidentEvent } from './__fixtures__/incidents';
import { PagerDutySender } from './PagerDutySender';

describe('PagerDutySender', () => {
  const sender = PagerDutySender.create();
  const parse = (overrides: Parameters<typeof incidentEvent>[0] = {}) =>
    sender.parse(delivery(incidentEvent(overrides)));

  it('reads what was triggered', () => {
    expect(parse()).toEqual({
      summary: 'incident.triggered',
      occurredAt: Date.UTC(2026, 10, 20, 14, 20),
      drafts: [
        {
          kind: 'incident',
          id: 'pagerduty:01E1',
          source: 'pagerduty',
          at: '2026-11-20T14:20:00.000Z',
          incidentKey: 'pagerduty:PGR0VU2',
          movable: true,
          phase: 'triggered',
          title: 'Checkout fails for 12 % of customers',
          label: '#482',
          severity: 'P1',
          startedAt: '2026-11-20T14:20:00.000Z',
          assignee: 'Mara Lindqvist',
          url: 'https://shopkart.pagerduty.com/incidents/PGR0VU2',
          identity: [{ type: 'pagerduty-service', value: 'PF9KMXH' }],
        },
      ],
    });
  });

  it.each([
    ['incident.acknowledged', 'acknowledged'],
    ['incident.unacknowledged', 'unacknowledged'],
    ['incident.reassigned', 'updated'],
    ['incident.priority_updated', 'updated'],
    ['incident.reopened', 'reopened'],
    ['incident.resolved', 'resolved'],
  ])('takes %s for %s', (type, phase) => {
    const at = '2026-11-20T14:27:00.123Z';

    expect(parse({ type, at }).drafts[0]).toMatchObject({
      phase,
      at,
      endedAt: phase === 'resolved' ? at : undefined,
    });
  });

  it('pitfall: what was merged into another incident was not recovered', () => {
    expect(
      parse({
        type: 'incident.resolved',
        data: {
          resolve_reason: {
            type: 'merge_resolve_reason',
            incident: { id: 'POTHER1' },
          },
        },
      }).drafts[0],
    ).toMatchObject({ phase: 'resolved', mergedInto: 'pagerduty:POTHER1' });
  });

  it('follows an incident to another service', () => {
    expect(
      parse({
        type: 'incident.service_updated',
        data: { service: { id: 'PNEW' } },
      }).drafts[0].identity,
    ).toEqual([{ type: 'pagerduty-service', value: 'PNEW' }]);
  });

  it('does without priority, number and assignee', () => {
    expect(
      parse({ data: { priority: null, number: null, assignees: [] } })
        .drafts[0],
    ).toMatchObject({
      severity: 'high',
      label: 'PGR0VU2',
      assignee: undefined,
    });
  });

  it.each(['incident.annotated', 'pagey.ping', 'service.updated'])(
    'ignores %s whatever it carries',
    type => {
      expect(
        sender.parse(
          delivery({
            event: {
              id: 'x',
              event_type: type,
              occurred_at: '2026-11-20T14:20:00Z',
              data: { type: 'ping' },
            },
          }),
        ),
      ).toMatchObject({ summary: type, drafts: [] });
    },
  );

  it('names the path that it cannot read', () => {
    expect(() => parse({ data: { service: null } })).toThrow(
      /^event\.data\.service: /,
    );
  });

  it('knows an attempt by its id, which is not signed, and by its body', () => {
    expect(sender.keyOf(delivery({}, { 'x-webhook-id': 'w' }))).toEqual({
      key: 'w',
      dedupeBody: true,
    });
  });
});
