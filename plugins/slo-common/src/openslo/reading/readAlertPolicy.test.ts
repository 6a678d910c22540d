import type { JsonObject } from '@backstage/types';
import {
  validAlertCondition,
  validAlertPolicy,
  validSlo,
} from '../__fixtures__/validDocuments';
import { faultsOf } from '../__fixtures__/faultsOf';
import { parseOpenSloDocument } from '../parseDocument';

const inlineCondition = {
  kind: 'AlertCondition',
  metadata: { name: 'fast-burn-1h' },
  spec: (validAlertCondition() as { spec: JsonObject }).spec,
};
const inlinePolicy = {
  kind: 'AlertPolicy',
  metadata: { name: 'fast-burn' },
  spec: (validAlertPolicy() as { spec: JsonObject }).spec,
};

describe('alerting', () => {
  it('reads policies and conditions by name and in place', () => {
    for (const document of [
      validAlertPolicy({ conditions: [inlineCondition] }),
      validSlo({ alertPolicies: [inlinePolicy, { alertPolicyRef: 'other' }] }),
      validSlo({ alertPolicies: [] }),
    ]) {
      expect(parseOpenSloDocument(document).document).toEqual(document);
    }
  });

  it('says where alerts have no effect, once a document', () => {
    const pathsOf = (document: JsonObject) =>
      parseOpenSloDocument(document).warnings.map(({ path }) => path);
    expect(
      pathsOf(validAlertPolicy({ conditions: [inlineCondition] })),
    ).toEqual(['spec']);
    expect(
      pathsOf(
        validSlo({
          alertPolicies: [inlinePolicy, { alertPolicyRef: 'other' }],
        }),
      ),
    ).toEqual(['spec.alertPolicies']);
    expect(pathsOf(validSlo({ alertPolicies: [] }))).toEqual([]);
  });

  it('forgets where alerts are sent', () => {
    const target = {
      kind: 'AlertNotificationTarget',
      metadata: { name: 'slack' },
      spec: { target: 'https://hooks.example.com/services/hunter2' },
    };
    const parsed = parseOpenSloDocument(
      validAlertPolicy({ notificationTargets: [target] }),
    );
    expect(parsed.document).toMatchObject({
      spec: {
        notificationTargets: [
          { kind: 'AlertNotificationTarget', metadata: { name: 'slack' } },
        ],
      },
    });
    expect(JSON.stringify(parsed)).not.toContain('hunter2');
  });

  it.each<[JsonObject, string]>([
    [
      { conditions: [] },
      'conditions: has 0 items; OpenSLO v1 wants exactly one condition',
    ],
    [
      { conditions: [inlineCondition, inlineCondition] },
      'conditions: has 2 items',
    ],
    [{ conditions: null }, 'conditions: is missing'],
    [{ notificationTargets: [] }, 'notificationTargets: has 0 items'],
    [
      { notificationTargets: ['on-call'] },
      'notificationTargets[0]: is text where a mapping belongs',
    ],
    [
      { alertWhenNoData: 'yes' },
      'alertWhenNoData: is text where true or false',
    ],
    [{ alertWhenBroken: true }, 'alertWhenBroken: is not known here'],
    [
      { conditions: [{ conditionRef: 'A B' }] },
      'conditions[0].conditionRef: is no name',
    ],
    [
      { conditions: [{ conditionRef: 'a', kind: 'AlertCondition' }] },
      'conditions[0].kind: is not known here',
    ],
    [
      { conditions: [{ ...inlineCondition, kind: 'AlertPolicy' }] },
      'conditions[0].kind: is none of AlertCondition',
    ],
    [
      { conditions: [{ ...inlineCondition, metadata: {} }] },
      'conditions[0].metadata.name: is missing',
    ],
  ])('refuses the policy %j', (spec, fault) => {
    expect(faultsOf(validAlertPolicy(spec))).toEqual([
      expect.stringContaining(`spec.${fault}`),
    ]);
  });

  it.each<[JsonObject, string]>([
    [{ kind: 'threshold' }, 'kind: is none of burnrate'],
    [{ kind: null }, 'kind: is missing; OpenSLO v1 has burnrate alone'],
    [{ op: 'above' }, 'op: is none of gte, gt, lte, lt'],
    [{ threshold: '14.4' }, 'threshold: is text where a number belongs'],
    [{ lookbackWindow: null }, 'lookbackWindow: is missing'],
    [{ lookbackWindow: '1h5m' }, 'lookbackWindow: is no duration'],
    [{ alertAfter: 5 }, 'alertAfter: is a number where text belongs'],
    [{ window: '1h' }, 'window: is not known here'],
  ])('refuses the condition %j', (condition, fault) => {
    expect(faultsOf(validAlertCondition(condition))).toEqual([
      expect.stringContaining(`spec.condition.${fault}`),
    ]);
  });

  it('finds faults of a policy inside an SLO where they stand', () => {
    expect(
      faultsOf(
        validSlo({
          alertPolicies: [{ ...inlinePolicy, spec: { conditions: [{}] } }],
        }),
      ),
    ).toEqual([
      expect.stringContaining(
        'spec.alertPolicies[0].spec.conditions[0].kind: is missing',
      ),
      expect.stringContaining(
        'spec.alertPolicies[0].spec.conditions[0].metadata: is missing',
      ),
      expect.stringContaining(
        'spec.alertPolicies[0].spec.conditions[0].spec: is missing',
      ),
      expect.stringContaining(
        'spec.alertPolicies[0].spec.notificationTargets: is missing',
      ),
    ]);
  });
});
