import type { Deployment, Incident } from '@plimsoll/plugin-stability-common';
import { CHECKOUT, NOW } from '../__fixtures__/checkoutEntity';
import {
  failedDeployment,
  pendingDeployment,
  preventedDeployment,
  rollback,
} from '../__fixtures__/checkoutDeployments';
import { incident, redisIncident } from '../__fixtures__/checkoutIncidents';
import { deployment } from '../__fixtures__/deployment';
import { voice } from '../__testUtils__/voice';
import { factIndex } from './FactIndex';
import { verdictGrounds } from './verdictGrounds';

describe('the grounds of a verdict', () => {
  const grounds = (
    one: Deployment,
    known: { deployments?: Deployment[]; incidents?: Incident[] } = {},
  ) =>
    verdictGrounds({
      deployment: one,
      index: factIndex(known),
      now: new Date(NOW),
      ...voice(),
    });
  const failed = (evidence: Deployment['evidence']) =>
    deployment({
      version: 'v1',
      finishedAt: '2026-11-03T13:06:10.000Z',
      verdict: failedDeployment.verdict,
      evidence,
    });
  const evidence = (
    overrides: Partial<Deployment['evidence'][number]>,
  ): Deployment['evidence'][number] => ({
    rule: 'hotfix',
    at: NOW,
    confidence: 0.7,
    observationIds: [],
    overruled: false,
    ...overrides,
  });

  it('names what a failure rests on, and calls the incident by its label', () => {
    expect(grounds(failedDeployment, { incidents: [redisIncident] })).toEqual([
      'Rolled back',
      'INC-482 names it',
      'Burned 19.4% of the budget',
    ]);
    expect(grounds(failedDeployment)[1]).toBe('an incident names it');
  });

  it('says within which window no rule fired, where that is known', () => {
    const clean = deployment({ version: 'v1' });
    expect(grounds(clean)).toEqual(['No rule fired']);
    const verdict = { ...clean.verdict, windowSeconds: 86_400 };
    expect(grounds({ ...clean, verdict })).toEqual(['No rule fired in 24 h']);
  });

  it('leaves out what was overruled', () => {
    expect(
      grounds(
        failed([
          evidence({ rule: 'reverted', overruled: true }),
          evidence({ rule: 'hotfix' }),
        ]),
      ),
    ).toEqual(['A hotfix followed']);
    expect(grounds(failed([evidence({ overruled: true })]))).toEqual([
      'No rule fired',
    ]);
  });

  it('tells when a verdict is due, and what it waits for', () => {
    expect(grounds(pendingDeployment)).toEqual([
      'Verdict after 24 h, in 5 h 57 min',
    ]);
    expect(
      grounds({
        ...pendingDeployment,
        verdict: { ...pendingDeployment.verdict, dueAt: NOW },
      }),
    ).toEqual(['Verdict is being made']);
    expect(grounds({ ...pendingDeployment, finishedAt: undefined })).toEqual([
      'Still rolling out',
    ]);
  });

  it('tells what a rollback replaced, if it is known', () => {
    expect(grounds(rollback, { deployments: [failedDeployment] })).toEqual([
      'Replaced v2.31.0, not counted',
    ]);
    expect(grounds(rollback)).toEqual([
      'Went back to an earlier version, not counted',
    ]);
  });

  it.each([
    [
      { traffic: 0.1 },
      'errors over 1%',
      'Canary stopped at 10%: errors over 1%',
    ],
    [{ traffic: 0.1 }, undefined, 'Canary stopped at 10%'],
    [{ traffic: undefined }, 'errors', 'Canary stopped: errors'],
    [{ traffic: undefined }, undefined, 'Canary stopped'],
  ])('tells where a canary was stopped: %p %p', (part, reason, text) => {
    const [stopped] = preventedDeployment.evidence;
    expect(
      grounds({
        ...preventedDeployment,
        ...part,
        evidence: [{ ...stopped, reason }],
      }),
    ).toEqual([text]);
  });

  it.each([
    ['2026-11-03T13:10:05.000Z', 'INC-7 began 3 min 55 s after it'],
    // By its clock it began before: no distance is told.
    ['2026-11-03T13:05:00.000Z', 'INC-7 began after it'],
  ])('tells how soon an incident began: %p', (startedAt, text) => {
    const inWindow = incident({ label: 'INC-7', startedAt });
    expect(
      grounds(
        failed([
          evidence({ rule: 'incident-in-window', incidentId: inWindow.id }),
        ]),
        { incidents: [inWindow] },
      ),
    ).toEqual([text]);
  });

  it.each([
    ['failed-rollout', 'timed out', 'Roll-out failed: timed out'],
    ['failed-rollout', undefined, 'Roll-out failed'],
    ['version-reappeared', undefined, 'An earlier version came back'],
    ['incident-caused-by', undefined, 'an incident was put down to it'],
    ['budget-burned', undefined, 'Burned error budget'],
  ] as const)('has words for %s, %p', (rule, reason, text) => {
    expect(grounds(failed([evidence({ rule, reason })]))).toEqual([text]);
  });

  it('gives a person\u2019s word instead of the rules', () => {
    expect(
      grounds({
        ...failedDeployment,
        verdict: {
          ...failedDeployment.verdict,
          name: 'clean',
          decidedBy: 'person',
          correction: {
            id: 'c1',
            by: 'user:default/maja-wrona',
            at: NOW,
            reason: 'The provider was down',
          },
        },
      }),
    ).toEqual(['maja-wrona: The provider was down']);
  });

  it.each([
    ['canceled', 'Canceled before it went live'],
    ['superseded', 'Overtaken by a newer one'],
    ['succeeded', 'The same version again'],
  ] as const)('tells why one does not count: %s', (state, text) => {
    expect(
      grounds({
        ...deployment({ version: 'v1', entityRef: CHECKOUT }),
        state,
        verdict: { ...failedDeployment.verdict, name: 'not-counted' },
      }),
    ).toEqual([text]);
  });
});
