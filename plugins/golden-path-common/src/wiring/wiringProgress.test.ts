import type { WiringLine, WiringState } from './ServiceWiring';
import { openFirst, wiringProgress } from './wiringProgress';
import { WIRING_CHECKS } from './wiringChecks';

const lines = (...states: WiringState[]): WiringLine[] =>
  states.map((state, index) => ({
    id: WIRING_CHECKS[index],
    state,
    since: '2026-11-22T10:00:00.000Z',
    sentences: [],
    steps: [],
  }));

describe('wiringProgress', () => {
  it('counts what can be checked', () => {
    const all = lines(
      'done',
      'missing',
      'waiting',
      'unknown',
      'not-configured',
    );
    expect(wiringProgress({ lines: all })).toEqual({
      of: 4,
      done: 1,
      missing: 1,
      waiting: 1,
      unknown: 1,
      notConfigured: 1,
      complete: false,
    });
  });

  it('is complete when all that can be checked is done', () => {
    const complete = (...states: WiringState[]) =>
      wiringProgress({ lines: lines(...states) }).complete;
    expect(complete('done', 'done', 'not-configured')).toBe(true);
    expect(complete('done', 'waiting')).toBe(false);
    expect(complete('done', 'unknown')).toBe(false);
    expect(complete()).toBe(false);
    expect(complete('not-configured')).toBe(false);
  });
});

it('puts what needs somebody first', () => {
  const ordered = openFirst(
    lines('done', 'waiting', 'not-configured', 'missing', 'unknown', 'done'),
  );
  expect(ordered.map(({ id }) => id)).toEqual([
    'metrics',
    'deployments',
    'objectives',
    'rules',
    'catalog',
    'alerts',
  ]);
});
