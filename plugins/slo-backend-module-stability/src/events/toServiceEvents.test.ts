import { deployment, incident, NOON } from '../__fixtures__/facts';
import { toServiceEvents } from './toServiceEvents';

describe('toServiceEvents', () => {
  it('counts what was judged, when it went live', () => {
    const { deployments } = toServiceEvents({
      incidents: [],
      deployments: [
        deployment(NOON, 'failed'),
        deployment(NOON + 1, 'clean'),
        deployment(NOON + 2, 'pending'),
        deployment(NOON + 3, 'prevented'),
        deployment(NOON + 4, 'rollback'),
        deployment(NOON + 5, 'not-counted'),
        deployment(NOON + 6, 'failed', { production: false }),
        deployment(NOON + 7, 'failed', { finishedAt: undefined }),
        // a person may say of a restart that it failed: it is no deployment
        deployment(NOON + 8, 'failed', { type: 'redeploy' }),
      ],
    });
    expect(deployments).toEqual([
      { at: NOON, failed: true },
      { at: NOON + 1, failed: false },
      // it failed before it was live: it counts from its start
      { at: NOON + 7 - 60, failed: true },
    ]);
  });

  it('counts one batch to two environments of production once', () => {
    const batch = { batchId: 'pipeline:1' };
    const { deployments } = toServiceEvents({
      incidents: [],
      deployments: [
        deployment(NOON, 'clean', { ...batch, environment: 'production' }),
        deployment(NOON + 9, 'failed', { ...batch, environment: 'live' }),
      ],
    });
    expect(deployments).toEqual([{ at: NOON, failed: true }]);
  });

  it('counts incidents of production, open or over', () => {
    const { incidents } = toServiceEvents({
      deployments: [],
      incidents: [
        incident(NOON, 420),
        incident(NOON + 1, 60, { resolvedAt: undefined }),
        incident(NOON + 2, 60, { presumed: true }),
        incident(NOON + 3, 60, { merged: true }),
        incident(NOON + 4, 60, { derived: true }),
        incident(NOON + 5, 60, { production: false }),
      ],
    });
    expect(incidents).toEqual([
      { startedAt: NOON - 420, endedAt: NOON, presumed: false },
      { startedAt: NOON + 1 - 60, endedAt: undefined, presumed: false },
      { startedAt: NOON + 2 - 60, endedAt: NOON + 2, presumed: true },
    ]);
  });

  it('knows since when anything is known, counted or not', () => {
    expect(toServiceEvents({ deployments: [], incidents: [] }).first).toBe(
      undefined,
    );
    expect(
      toServiceEvents({
        deployments: [deployment(NOON)],
        incidents: [incident(NOON - 100, 600, { presumed: true })],
      }).first,
    ).toBe(NOON - 700);
  });
});
