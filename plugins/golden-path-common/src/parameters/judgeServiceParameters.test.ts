import { stockAnswers } from '../testUtils/stockAnswers';
import { judgeServiceParameters } from './judgeServiceParameters';

describe('judgeServiceParameters', () => {
  it('gives the answers with what the form fills in where nothing is wrong', () => {
    const { findings, parameters } = judgeServiceParameters({
      ...stockAnswers(),
      slackChannel: '',
    });
    expect(findings).toEqual([]);
    expect(parameters).toMatchObject({ ...stockAnswers(), availability: 99.9 });
    expect(parameters?.slackChannel).toBeUndefined();
  });

  it('names every field that is wrong, and items by their place', () => {
    const { findings, parameters } = judgeServiceParameters({
      ...stockAnswers(),
      name: '../etc',
      dependsOn: ['component:default/cart', 'cart'],
    });
    expect(findings.map(({ field }) => field)).toEqual(['name', 'dependsOn.1']);
    expect(parameters).toBeUndefined();
  });

  it('judges answers beside each other, all of them at once', () => {
    expect(
      judgeServiceParameters({
        ...stockAnswers(),
        latencyP95Ms: 2000,
        latencyP99Ms: 500,
        minReplicas: 5,
        maxReplicas: 4,
      }).findings,
    ).toEqual([
      { field: 'latencyP99Ms', message: 'must be at least latencyP95Ms, 2000' },
      { field: 'maxReplicas', message: 'must be at least minReplicas, 5' },
    ]);
  });
});
