import { objectiveStatus } from '../__fixtures__/objectiveStatus';
import { sloEntity } from '../__fixtures__/sloEntity';
import { documentFaults } from './documentFaults';

const WARNING = {
  path: 'spec.alertPolicies',
  message: 'have no effect yet',
  severity: 'warning' as const,
};

describe('documentFaults', () => {
  const fault = { path: 'spec.service', message: 'names nothing' };

  it('are told once, whoever found them', () => {
    const objective = objectiveStatus({ faults: [fault, WARNING] });
    expect(documentFaults(sloEntity(), [objective, objective])).toEqual([
      fault,
      WARNING,
    ]);
  });

  it('leave out what a row gives as its reason', () => {
    const other = { path: 'spec.objectives[0].target', message: 'is missing' };
    const objective = objectiveStatus({
      state: 'no-data',
      reason: { code: 'faulty', params: { ...fault } },
      faults: [fault, other],
    });
    expect(documentFaults(sloEntity(), [objective])).toEqual([other, WARNING]);
  });
});
