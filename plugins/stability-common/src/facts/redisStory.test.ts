import { redisStory } from '../__fixtures__/redisStory';
import { metricsOf } from '../metrics/metricsOf';
import type { MetricName } from '../metrics/MetricFigure';

const facts = redisStory().facts({ now: '11-05 12:00' });
const [, , broken, rollback] = facts.deployments;
const [incident] = facts.incidents;

const { counts, metrics } = metricsOf({
  ...facts,
  from: '2026-08-07T12:00:00Z',
  to: '2026-11-05T12:00:00Z',
  now: '2026-11-05T12:00:00Z',
  targets: { 'rollback-time': 180, 'change-failure-rate': 0.08 },
});

function figure(name: MetricName) {
  return metrics.find(({ metric }) => metric === name)!;
}

function part(name: MetricName, partName: string) {
  return figure(name).parts?.find(item => item.name === partName)?.value;
}

describe('the outage of ShopKart', () => {
  it('fails the release for three reasons, the rollback first', () => {
    expect(broken.version).toBe('v2.31.0');
    expect(broken.verdict).toEqual({
      name: 'failed',
      confidence: 0.95,
      suspected: false,
      decidedBy: 'rule',
    });
    expect(
      broken.evidence.map(({ rule, confidence }) => [rule, confidence]),
    ).toEqual([
      ['rollback-event', 0.95],
      ['budget-burned', 0.6],
      ['incident-in-window', 0.599],
    ]);
    expect(broken.budgetBurned).toMatchObject({ share: 0.194 });
  });

  it('was live for 6 min 52 s before the rollback began, and over after 10 min 55 s', () => {
    expect(broken).toMatchObject({
      finishedAt: '2026-11-03T14:06:10.000Z',
      impactFrom: '2026-11-03T14:06:10.000Z',
      detectedAt: '2026-11-03T14:10:05.000Z',
      recoveredAt: '2026-11-03T14:17:05.000Z',
      remediatedBy: rollback.id,
    });
    expect(figure('failed-deployment-recovery-time')).toMatchObject({
      state: 'too-few',
      samples: [655],
      sampleSize: 1,
    });
    expect(part('failed-deployment-recovery-time', 'detection')).toBe(235);
    expect(part('failed-deployment-recovery-time', 'from-detection')).toBe(420);
  });

  it('rolled back in 2 min 18 s, decided in 2 min 57 s', () => {
    expect(rollback).toMatchObject({
      type: 'rollback',
      version: 'v2.30.2',
      remediates: broken.id,
      unplanned: true,
      verdict: { name: 'rollback' },
    });
    expect(figure('rollback-time').samples).toEqual([138]);
    expect(part('rollback-time', 'decision')).toBe(177);
    expect(part('rollback-time', 'execution')).toBe(138);
    expect(part('rollback-time', 'total')).toBe(550);
    expect(figure('rollback-time').target).toEqual({ value: 180 });
  });

  it('acknowledged the incident in 1 min 15 s and was over it in 7 min', () => {
    expect(figure('time-to-acknowledge').samples).toEqual([75]);
    expect(figure('time-to-recover').samples).toEqual([420]);
    expect(incident).toMatchObject({
      label: 'INC-482',
      state: 'resolved',
      cause: {
        deploymentId: broken.id,
        version: 'v2.31.0',
        confidence: 0.95,
        rule: 'incident-in-window',
      },
    });
  });

  it('tells what happened in order', () => {
    expect(
      incident.steps.map(({ at, type }) => `${at.slice(11, 19)} ${type}`),
    ).toEqual([
      '14:06:10 deployed',
      '14:07:30 burning',
      '14:10:05 triggered',
      '14:11:20 acknowledged',
      '14:13:02 rolled-back',
      '14:17:05 resolved',
    ]);
  });

  it('names the objective that burned', () => {
    expect(incident.steps[1]).toEqual({
      at: '2026-11-03T14:07:30Z',
      type: 'burning',
      title: broken.budgetBurned?.displayName,
      deploymentId: broken.id,
    });
  });

  it.each([
    ['nobody measured since when', { burningSince: undefined }, ['14:08:30']],
    [
      'it burned only after the end',
      { burningSince: '2026-11-03T14:18:00Z' },
      [],
    ],
    ['no alert began', { burningFrom: undefined, burningSince: undefined }, []],
  ])('leaves the burning to what was measured: %s', (_, answer, at) => {
    const told = redisStory(answer).facts({ now: '11-05 12:00' }).incidents[0];
    const burning = told.steps.filter(({ type }) => type === 'burning');
    expect(burning.map(step => step.at.slice(11, 19))).toEqual(at);
  });

  it('took 4 h 40 min from commit to live', () => {
    expect(broken.changes).toEqual([
      expect.objectContaining({ number: '#1842', leadSeconds: 16_800 }),
    ]);
  });

  it('counts three deployments, one failed, and no rate from three', () => {
    expect(counts).toEqual({
      deployments: 3,
      failed: 1,
      pending: 0,
      prevented: 0,
      rollbacks: 1,
      incidents: 1,
      openIncidents: 0,
    });
    expect(figure('change-failure-rate')).toMatchObject({
      state: 'too-few',
      events: 1,
      sampleSize: 3,
    });
    expect(figure('change-failure-rate').value).toBeUndefined();
  });
});
