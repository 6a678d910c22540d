import type {
  ObjectiveHistory,
  ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import { NOON, refOf } from '../__testUtils__/observed';
import { answerOf } from './answerOf';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const objective = {
  ref: 'slo:default/cart',
  objective: 'served',
  displayName: 'Served',
  budget: { allowed: 200 },
} as ObjectiveStatus;

type Point = [minute: number, bad: number, coverage: number, burnRate?: number];

const answer = (points: Point[], over: Partial<ObjectiveStatus> = {}) =>
  answerOf({
    deployment: { id: 'd1', entityRef: refOf('cart') },
    objective: { ...objective, ...over },
    history: {
      step: 300,
      points: points.map(([minute, bad, coverage, burnRate]) => ({
        at: new Date(NOON + minute * MINUTE).toISOString(),
        bad,
        total: 100,
        coverage,
        burnRate,
      })),
    } as ObjectiveHistory,
    range: { from: NOON, to: NOON + HOUR },
    now: NOON + 2 * HOUR,
  });

describe('answerOf', () => {
  it('adds up what burned in the stretch, and before it', () => {
    expect(
      answer([
        [-55, 3, 1],
        [0, 1, 0.5],
        [5, 10, 1],
        [60, 10, 0.5],
        [65, 99, 1],
      ]),
    ).toMatchObject({
      id: 'budget:d1:slo:default/cart#served',
      burned: 20 / 200,
      burnedBefore: 4 / 200,
      coveredSeconds: 450,
      rangeSeconds: 600,
    });
  });

  it('holds a short stretch against as short a time of the longer one before', () => {
    expect(
      answer([
        [-10, 6, 1],
        [-5, 0, 1],
        [0, 0, 1],
        [5, 10, 1],
      ]),
    ).toMatchObject({ burned: 10 / 200, burnedBefore: 2 / 200 });
  });

  it('says since when it burned fast, by the length of the window', () => {
    const points: Point[] = [
      [0, 0, 1, 99],
      [5, 1, 1, 3],
      [10, 1, 1, 3.4],
      [15, 1, 1, 14.4],
    ];
    const at = (minute: number) =>
      new Date(NOON + minute * MINUTE).toISOString();
    expect(answer(points)?.burningFrom).toBe(at(15));
    expect(answer(points)?.burningSince).toBe(at(10));
    // the step begins before the deployment is live, the burning does not
    expect(answer([[2, 1, 1, 99]])).toMatchObject({
      burningFrom: at(2),
      burningSince: at(0),
    });
    const week = {
      windowFrom: new Date(NOON - 7 * 24 * HOUR).toISOString(),
      windowTo: new Date(NOON).toISOString(),
    };
    // 2 % of a week's budget in an hour is a burn rate of 3.36
    expect(answer(points, week)?.burningFrom).toBe(at(10));
    expect(answer([[5, 1, 1]])).not.toHaveProperty('burningFrom');
  });

  it('says nothing where nothing was measured or nothing is allowed', () => {
    expect(answer([])).toBeUndefined();
    expect(answer([[5, 0, 0]])).toBeUndefined();
    expect(answer([[5, 1, 1]], { budget: {} })).toBeUndefined();
    expect(answer([[5, 1, 1]], { budget: { allowed: 0 } })).toBeUndefined();
    expect(answer([[5, 1, 1]])).not.toHaveProperty('burnedBefore');
  });
});
