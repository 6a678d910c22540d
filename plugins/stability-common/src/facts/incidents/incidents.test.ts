import { HistoryBuilder } from '../../__fixtures__/HistoryBuilder';
import type {
  IncidentObservation,
  IncidentPhase,
} from '../../observation/IncidentObservation';

const base = {
  kind: 'incident',
  source: 'pagerduty',
  entityRef: 'component:default/checkout',
  incidentKey: 'pagerduty:Q1',
} as const;

function told(
  ...steps: Array<Partial<IncidentObservation> & { at: string }>
): ReturnType<HistoryBuilder['facts']>['incidents'] {
  const history = HistoryBuilder.create();
  steps.forEach((step, index) =>
    history.observe({
      ...base,
      id: `step:${index}`,
      phase: 'triggered',
      ...step,
      at: `2026-11-05T${step.at}Z`,
    }),
  );
  return history.facts().incidents;
}

describe('an incident', () => {
  it('goes from triggered over acknowledged to resolved', () => {
    const steps = [
      { at: '08:00:00', title: 'Checkout is slow' },
      {
        at: '08:02:00',
        phase: 'acknowledged' as const,
        assignee: 'Maja Wrona',
      },
      { at: '08:30:00', phase: 'resolved' as const },
    ];
    expect(told(steps[0])[0].state).toBe('triggered');
    expect(told(...steps.slice(0, 2))[0].state).toBe('acknowledged');
    const [incident] = told(...steps);
    expect(incident).toMatchObject({
      state: 'resolved',
      title: 'Checkout is slow',
      assignee: 'Maja Wrona',
      startedAt: '2026-11-05T08:00:00.000Z',
      acknowledgedAt: '2026-11-05T08:02:00.000Z',
      resolvedAt: '2026-11-05T08:30:00.000Z',
      reopenCount: 0,
      key: 'pagerduty:Q1',
    });
  });

  it('is open again when it is reopened, and over at its last end', () => {
    const reopened = [
      { at: '08:00:00' },
      { at: '08:30:00', phase: 'resolved' as const },
      { at: '09:30:00', phase: 'reopened' as const },
    ];
    expect(told(...reopened)[0]).toMatchObject({
      state: 'triggered',
      reopenCount: 1,
    });
    const [over] = told(...reopened, { at: '10:00:00', phase: 'resolved' });
    expect(over.resolvedAt).toBe('2026-11-05T10:00:00.000Z');
    expect(over.steps.map(({ type }) => type)).toEqual([
      'triggered',
      'reopened',
      'resolved',
    ]);
  });

  it('is nobody\u2019s when it was given back, or came back', () => {
    const taken = [
      { at: '08:00:00' },
      { at: '08:02:00', phase: 'acknowledged' as const },
    ];
    const [given] = told(...taken, {
      at: '08:10:00',
      phase: 'unacknowledged',
    });
    expect(given).toMatchObject({
      state: 'triggered',
      acknowledgedAt: '2026-11-05T08:02:00.000Z',
    });
    expect(given.steps.map(({ type }) => type)).toEqual([
      'triggered',
      'acknowledged',
      'updated',
    ]);
    const back = [
      ...taken,
      { at: '08:30:00', phase: 'resolved' as const },
      { at: '08:40:00', phase: 'reopened' as const },
    ];
    expect(told(...back)[0].state).toBe('triggered');
    expect(
      told(...back, { at: '08:41:00', phase: 'acknowledged' })[0],
    ).toMatchObject({
      state: 'acknowledged',
      acknowledgedAt: '2026-11-05T08:02:00.000Z',
    });
  });

  it('that is triggered anew without a start is another one', () => {
    const incidents = told(
      { at: '08:00:00' },
      { at: '08:30:00', phase: 'resolved' },
      { at: '12:00:00' },
    );
    expect(incidents.map(({ startedAt }) => startedAt.slice(11, 16))).toEqual([
      '08:00',
      '12:00',
    ]);
  });

  it('that is first heard of by its acknowledgement still has its start', () => {
    const incidents = told(
      { at: '08:00:10', phase: 'acknowledged' },
      { at: '08:05:00', startedAt: '2026-11-05T08:00:00Z' },
      {
        at: '08:30:00',
        phase: 'resolved',
        startedAt: '2026-11-05T08:00:00Z',
      },
    );
    expect(incidents).toHaveLength(1);
    expect(incidents[0]).toMatchObject({
      state: 'resolved',
      startedAt: '2026-11-05T08:00:00.000Z',
      acknowledgedAt: '2026-11-05T08:00:10.000Z',
    });
  });

  it('puts together the links that its steps bring', () => {
    const [incident] = told(
      { at: '08:00:00', links: { runbook: 'https://example.com/run' } },
      {
        at: '08:01:00',
        phase: 'updated',
        links: { logs: 'https://example.com/logs' },
      },
    );
    expect(incident.links).toEqual({
      runbook: 'https://example.com/run',
      logs: 'https://example.com/logs',
    });
  });

  it('tells a repeated step once', () => {
    const [incident] = told(
      { at: '08:00:00', startedAt: '2026-11-05T08:00:00Z' },
      { at: '12:00:00', startedAt: '2026-11-05T08:00:00Z' },
      { at: '08:01:00', phase: 'updated', title: 'More pods' },
      { at: '08:01:00', phase: 'updated', title: 'More pods' },
    );
    expect(incident.steps.map(({ type }) => type)).toEqual([
      'triggered',
      'updated',
    ]);
  });

  it('has a name even if its sender gives none', () => {
    const [incident] = told({ at: '08:00:00' });
    expect(incident.label).toBe(incident.id.slice(0, 7));
    expect(incident.title).toBe(incident.label);
  });
});

describe('where an incident happened', () => {
  const caused = (environment: string | undefined, place: string) =>
    HistoryBuilder.create()
      .deploys('v1', { at: '11-05 08:00', environment: place })
      .incident('INC-1', { at: '11-05 08:10', environment })
      .facts().incidents[0].cause?.version;

  it('decides what may have caused it', () => {
    expect(caused('production', 'production')).toBe('v1');
    expect(caused('Production', 'production')).toBe('v1');
    expect(caused('staging', 'production')).toBeUndefined();
    expect(caused('production', 'staging')).toBeUndefined();
  });

  it('is production when nobody says, whatever production is called', () => {
    expect(caused(undefined, 'prod-eu')).toBe('v1');
    expect(caused(undefined, 'staging')).toBeUndefined();
    expect(caused('production', 'prod-eu')).toBe('v1');
  });
});

describe('an incident that is handed to another service', () => {
  const [checkout, cart] = ['checkout', 'cart'].map(
    name => `component:default/${name}`,
  );
  const steps = [
    ['triggered', '08:00', checkout],
    ['acknowledged', '08:02', checkout],
    ['updated', '08:05', cart],
    ['acknowledged', '08:06', cart],
    ['resolved', '08:30', cart],
  ] as const;
  const seenBy = (
    entityRef: string,
    some: ReadonlyArray<readonly [IncidentPhase, string, string]> = steps,
  ) =>
    some
      .reduce(
        (history, [phase, time, service], index) =>
          history.observe({
            ...base,
            id: `step:${index}`,
            entityRef,
            phase,
            at: `2026-11-05T${time}:00.000Z`,
            startedAt: '2026-11-05T08:00:00.000Z',
            movable: true,
            affects: [service],
          }),
        HistoryBuilder.create({ entityRef }),
      )
      .facts().incidents;

  it('is over for the first one, and not recovered', () => {
    expect(seenBy(checkout)).toMatchObject([
      {
        state: 'resolved',
        merged: true,
        presumed: false,
        acknowledgedAt: '2026-11-05T08:02:00.000Z',
        resolvedAt: '2026-11-05T08:05:00.000Z',
      },
    ]);
  });

  it('goes on for the second one since it began', () => {
    expect(seenBy(cart)).toMatchObject([
      {
        state: 'resolved',
        merged: false,
        startedAt: '2026-11-05T08:00:00.000Z',
        resolvedAt: '2026-11-05T08:30:00.000Z',
        reopenCount: 0,
      },
    ]);
    expect(seenBy(cart, steps.slice(0, 4))[0].state).toBe('acknowledged');
  });

  it('is open again when it comes back', () => {
    const back = [
      ...steps.slice(0, 4),
      ['updated', '08:10', checkout],
    ] as const;
    expect(seenBy(checkout, back)).toMatchObject([
      { state: 'acknowledged', merged: false, resolvedAt: undefined },
    ]);
    expect(seenBy(cart, back)[0]).toMatchObject({ merged: true });
  });

  it('is none of a service that it was never told of', () => {
    expect(seenBy('component:default/search')).toEqual([]);
  });
});
