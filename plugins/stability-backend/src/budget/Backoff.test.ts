import { Backoff } from './Backoff';

const MINUTE = 60_000;

describe('Backoff', () => {
  it('rests twice as long after each failure, six hours at most', () => {
    const backoff = Backoff.create();
    const pauses: number[] = [];
    let now = 0;
    for (let failure = 0; failure < 9; failure++) {
      backoff.failed('a', now);
      let rest = 0;
      while (backoff.resting(now + rest).includes('a')) {
        rest += MINUTE;
      }
      pauses.push(rest / MINUTE);
      now += rest;
    }
    expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 320, 360, 360]);
  });

  it('forgets what has worked since', () => {
    const backoff = Backoff.create();
    backoff.failed('a', 0);
    backoff.failed('b', 0);
    backoff.succeeded('a');
    expect(backoff.resting(1)).toEqual(['b']);
    backoff.failed('a', 0);
    expect(backoff.resting(4 * MINUTE)).toEqual(['b', 'a']);
    expect(backoff.resting(5 * MINUTE)).toEqual([]);
  });
});
