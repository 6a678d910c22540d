import type { JsonObject } from '@backstage/types';
import {
  validAlertCondition,
  validAlertPolicy,
  validSlo,
} from '../__fixtures__/validDocuments';
import type { AlertConditionDocument } from '../AlertConditionDocument';
import type { AlertPolicyDocument } from '../AlertPolicyDocument';
import { objectiveDefinitions } from '../objectiveDefinitions';
import { parseOpenSloDocument } from '../parseDocument';
import type { SloDocument } from '../SloDocument';

function read<T>(value: unknown): T {
  const parsed = parseOpenSloDocument(value);
  expect(parsed.faults ?? []).toEqual([]);
  return parsed.document as T;
}

function inline(kind: string, document: JsonObject) {
  const { metadata, spec } = document;
  return { kind, metadata, spec };
}

function resolve(
  alertPolicies: unknown,
  known: { policies?: JsonObject[]; conditions?: JsonObject[] } = {},
) {
  const policies = (known.policies ?? []).map(document =>
    read<AlertPolicyDocument>(document),
  );
  const conditions = (known.conditions ?? []).map(document =>
    read<AlertConditionDocument>(document),
  );
  const [objective] = objectiveDefinitions({
    document: read<SloDocument>(
      validSlo(alertPolicies ? { alertPolicies: alertPolicies as [] } : {}),
    ),
    entity: { kind: 'SLO', namespace: 'shop', name: 'a' },
    resolveIndicator: () => undefined,
    resolveAlertPolicy: name =>
      policies.find(({ metadata }) => metadata.name === name),
    resolveAlertCondition: name =>
      conditions.find(({ metadata }) => metadata.name === name),
  });
  expect(objective.faults).toEqual([]);
  expect(objective.definition).toBeDefined();
  return objective.notices;
}

const noEffect = {
  path: 'spec.alertPolicies',
  severity: 'warning',
  message: expect.stringContaining('has no effect yet'),
};

describe('alertPolicyFaults', () => {
  it('has nothing to say about a document without policies', () => {
    expect(resolve(undefined)).toEqual([]);
    expect(resolve([])).toEqual([]);
  });

  it('warns once that policies have no effect, and measures all the same', () => {
    expect(
      resolve(
        [{ alertPolicyRef: 'fast-burn' }, { alertPolicyRef: 'fast-burn' }],
        { policies: [validAlertPolicy()], conditions: [validAlertCondition()] },
      ),
    ).toEqual([noEffect]);
  });

  it('names a policy that is not there', () => {
    expect(resolve([{ alertPolicyRef: 'slow-burn' }])).toEqual([
      noEffect,
      {
        path: 'spec.alertPolicies[0].alertPolicyRef',
        message: expect.stringMatching(
          /AlertPolicy 'slow-burn', which is not in namespace 'shop'/,
        ),
      },
    ]);
  });

  it('names a condition that is not there, at the policy or in it', () => {
    const message = expect.stringMatching(/AlertCondition 'fast-burn-1h'/);
    expect(
      resolve(
        [
          inline('AlertPolicy', validAlertPolicy()),
          { alertPolicyRef: 'fast-burn' },
        ],
        { policies: [validAlertPolicy()] },
      ),
    ).toEqual([
      noEffect,
      {
        path: 'spec.alertPolicies[0].spec.conditions[0].conditionRef',
        message,
      },
      { path: 'spec.alertPolicies[1].alertPolicyRef', message },
    ]);
  });

  it('needs no name for a condition that is written in place', () => {
    expect(
      resolve([
        inline(
          'AlertPolicy',
          validAlertPolicy({
            conditions: [inline('AlertCondition', validAlertCondition())],
          }),
        ),
      ]),
    ).toEqual([noEffect]);
  });

  it('does not check names where nobody can tell', () => {
    const [{ notices }] = objectiveDefinitions({
      document: read<SloDocument>(
        validSlo({
          alertPolicies: [
            { alertPolicyRef: 'slow-burn' },
            inline('AlertPolicy', validAlertPolicy()),
          ],
        }),
      ),
      entity: { kind: 'SLO', namespace: 'shop', name: 'a' },
      resolveIndicator: () => undefined,
    });
    expect(notices).toEqual([noEffect]);
  });
});
