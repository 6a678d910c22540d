import { conflictOfEvent } from './conflictEvent';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const payload = {
  unprocessedEntity: {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: { name: 'checkout-availability' },
    spec: { service: 'checkout' },
  },
  entityRef: 'slo:default/checkout-availability',
  newLocationKey: 'url:https://example.com/b/slo.yaml',
  existingLocationKey: 'url:https://example.com/a/slo.yaml',
  lastConflictAt: '2026-11-21T11:59:00.000+00:00',
};

describe('conflictOfEvent', () => {
  it('reads what the catalog publishes', () => {
    expect(conflictOfEvent({ payload, now: NOW })).toEqual({
      entityRef: 'slo:default/checkout-availability',
      keptLocation: 'url:https://example.com/a/slo.yaml',
      ignoredLocation: 'url:https://example.com/b/slo.yaml',
      seenAt: NOW - 60_000,
    });
  });

  it('takes its own time where the event has none, or one of the future', () => {
    for (const lastConflictAt of [undefined, 'soon', '2027-01-01T00:00:00Z']) {
      expect(
        conflictOfEvent({ payload: { ...payload, lastConflictAt }, now: NOW })
          ?.seenAt,
      ).toBe(NOW);
    }
  });

  it.each([
    [
      'another kind',
      {
        ...payload,
        unprocessedEntity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
        },
      },
    ],
    [
      'an inert kind',
      {
        ...payload,
        unprocessedEntity: { apiVersion: 'openslo/v1', kind: 'DataSource' },
      },
    ],
    ['another payload', { entityRef: 'slo:default/a' }],
    ['no payload', undefined],
  ])('makes nothing of %s', (_, other) => {
    expect(conflictOfEvent({ payload: other, now: NOW })).toBeUndefined();
  });
});
