import type { JsonObject } from '@backstage/types';
import {
  validAlertCondition,
  validAlertPolicy,
  validSlo,
} from '../openslo/__fixtures__/validDocuments';
import { textOf } from './__fixtures__/sloText';
import { checkDocuments } from './checkDocuments';
import { readCheckText } from './readCheckText';

function inPlace(condition: JsonObject, target = 0.999): JsonObject {
  const { spec, ...rest } = validAlertCondition(condition);
  const policy = validAlertPolicy({
    conditions: [{ kind: 'AlertCondition', metadata: rest.metadata, spec }],
  });
  return validSlo({
    objectives: [{ displayName: 'Availability', target }],
    alertPolicies: [
      { kind: 'AlertPolicy', metadata: policy.metadata, spec: policy.spec },
    ],
  });
}

function found(...documents: JsonObject[]) {
  const { findings } = checkDocuments({
    text: readCheckText(textOf(...documents)),
  });
  return findings.filter(({ check }) => ['pairs', 'duration'].includes(check));
}

describe('conditionFindings', () => {
  it('has nothing to say of a condition that works', () => {
    expect(found(inPlace({}))).toEqual([]);
  });

  it('finds a threshold that even an outage does not reach', () => {
    const [finding] = found(inPlace({ threshold: 1001 }));
    expect(finding).toMatchObject({
      severity: 'warning',
      document: 'SLO checkout-availability',
      path: 'spec.alertPolicies[0].spec.conditions[0]',
      message: expect.stringContaining('never reaches'),
      fix: 'Write a threshold below 1000',
    });
    // exactly reached: gte fires, gt does not
    expect(found(inPlace({ threshold: 1000 }))).toEqual([]);
    expect(found(inPlace({ threshold: 1000, op: 'gt' }))).toHaveLength(1);
  });

  it('finds a condition that alerts while all is well', () => {
    expect(found(inPlace({ op: 'lte' }))[0]).toMatchObject({
      message: expect.stringContaining('while all is well'),
      fix: 'Write op: gte',
    });
  });

  it('finds minutes that were written as months, and other long look-backs', () => {
    expect(
      found(inPlace({ alertAfter: '5M', lookbackWindow: '60d' })).map(
        ({ check, fix }) => [check, fix],
      ),
    ).toEqual([
      ['pairs', 'Write a shorter one, for instance 1h'],
      ['duration', 'Write 5m if minutes are meant: a capital M is a month'],
    ]);
  });

  it('follows names to the documents beside the SLO', () => {
    const slo = validSlo({ alertPolicies: [{ alertPolicyRef: 'fast-burn' }] });
    const [finding, ...others] = found(
      slo,
      validAlertPolicy(),
      validAlertCondition({ threshold: 5000 }),
    );
    expect(finding.path).toBe('spec.alertPolicies[0].alertPolicyRef');
    expect(others).toEqual([]);
    expect(found(slo, validAlertPolicy())).toEqual([]);
    expect(found(slo)).toEqual([]);
  });

  it('tells a condition once, by the objective that is furthest from it', () => {
    const slo = validSlo({
      objectives: [0.99, 0.9, 0.999, 0.95].map((target, index) => ({
        displayName: `o${index}`,
        target,
      })),
      alertPolicies: [{ alertPolicyRef: 'fast-burn' }],
    });
    const [finding, ...others] = found(
      slo,
      validAlertPolicy(),
      validAlertCondition({ threshold: 200 }),
    );
    expect(
      others.filter(({ message }) => /never reaches/.test(message)),
    ).toEqual([]);
    expect(finding).toMatchObject({
      message:
        'waits for a burn rate of 200, which objective 2 (90 %) never reaches: with everything failing it burns 10 times too fast, as 2 more do',
      fix: 'Write a threshold below 10',
    });
  });
});
