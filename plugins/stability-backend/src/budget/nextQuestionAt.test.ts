import type { Deployment } from '@plimsoll/plugin-stability-common';
import * as fc from 'fast-check';
import { NOON } from '../__testUtils__/observed';
import {
  answerableRange,
  comparedStretch,
  nextQuestionAt,
} from './nextQuestionAt';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const verdictWindowSeconds = 24 * 3_600;

const live = (at: number, more: Partial<Deployment> = {}) =>
  ({
    production: true,
    type: 'forward',
    startedAt: new Date(at - MINUTE).toISOString(),
    finishedAt: new Date(at).toISOString(),
    ...more,
  } as Deployment);

const next = (deployments: Deployment[], askedAt: number) =>
  nextQuestionAt({ deployments, askedAt, verdictWindowSeconds });

describe('nextQuestionAt', () => {
  it('asks soon, some times in the window, and once when it is over', () => {
    const asked: number[] = [];
    let at = 0;
    for (;;) {
      const due = next([live(NOON)], at);
      if (due === undefined) {
        break;
      }
      asked.push((due - NOON) / MINUTE);
      at = due;
    }
    expect(asked).toEqual([10, 60, 360, 24 * 60 + 10]);
  });

  it('asks a last time when a failure was recovered from', () => {
    const recoveredAt = new Date(NOON + 30 * MINUTE).toISOString();
    const deployment = live(NOON, { recoveredAt });
    expect(answerableRange({ deployment, verdictWindowSeconds })).toEqual({
      from: NOON,
      to: NOON + 30 * MINUTE,
    });
    expect(next([deployment], NOON + 10 * MINUTE)).toBe(NOON + 40 * MINUTE);
    expect(next([deployment], NOON + 40 * MINUTE)).toBeUndefined();
    // clocks may say that it was over before it began
    const early = live(NOON, {
      recoveredAt: new Date(NOON - HOUR).toISOString(),
    });
    expect(
      answerableRange({ deployment: early, verdictWindowSeconds }),
    ).toEqual({ from: NOON, to: NOON });
  });

  it('asks at once what a canary burned until it was stopped', () => {
    const canary = live(NOON, {
      state: 'aborted',
      startedAt: new Date(NOON - 4 * MINUTE).toISOString(),
    });
    expect(
      answerableRange({ deployment: canary, verdictWindowSeconds }),
    ).toEqual({ from: NOON - 4 * MINUTE, to: NOON });
    const asked: number[] = [];
    let at = NOON - MINUTE;
    for (;;) {
      const due = next([canary], at);
      if (due === undefined) {
        break;
      }
      asked.push((due - NOON) / MINUTE);
      at = due;
    }
    expect(asked).toEqual([0, 1, 2, 3, 10]);
  });

  it('lets a roll-out that failed answer for itself, until it is mended', () => {
    const failed = live(NOON, { state: 'failed' });
    expect(
      answerableRange({ deployment: failed, verdictWindowSeconds }),
    ).toEqual({ from: NOON - MINUTE, to: NOON - MINUTE + 24 * HOUR });
  });

  it('does not ask about what has no budget of its own', () => {
    expect(
      next(
        [
          live(NOON, { type: 'rollback' }),
          live(NOON, { type: 'redeploy' }),
          live(NOON, { production: false }),
          live(NOON, { finishedAt: undefined }),
        ],
        0,
      ),
    ).toBeUndefined();
  });

  it('comes to an end, in steps that only go on', () => {
    const deployments = fc.array(
      fc.integer({ min: 0, max: 400 }).map(hours => live(NOON + hours * HOUR)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(deployments, all => {
        let at = 0;
        for (let steps = 0; steps <= 4 * all.length; steps += 1) {
          const due = next(all, at);
          if (due === undefined) {
            return;
          }
          expect(due).toBeGreaterThan(at);
          at = due;
        }
        throw new Error('It never ends');
      }),
    );
  });
});

describe('comparedStretch', () => {
  const at = (minutes: number) =>
    new Date(NOON + minutes * MINUTE).toISOString();

  it('is as long before as the deployment answers for', () => {
    expect(comparedStretch({ from: NOON, to: NOON + HOUR })).toEqual({
      from: at(-60),
      to: at(60),
    });
  });

  it('has whole steps before a canary of a minute that began late in its step', () => {
    const from = NOON + 4.5 * MINUTE;
    expect(comparedStretch({ from, to: from + MINUTE })).toEqual({
      from: at(-10.5),
      to: at(5.5),
    });
  });
});
