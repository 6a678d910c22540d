import { mockServices } from '@backstage/backend-test-utils';
import { readGateConfig } from './readGateConfig';

const read = (gate?: object) =>
  readGateConfig(
    mockServices.rootConfig({ data: { slo: { ...(gate && { gate }) } } }),
  );

describe('readGateConfig', () => {
  it('freezes when exhausted and warns under 20 % by default', () => {
    expect(read()).toEqual({
      policy: { whenExhausted: 'block', warnBelow: 0.2 },
      isOverridable: true,
      keepDecisionsDays: 400,
    });
  });

  it('takes what app-config says', () => {
    expect(
      read({
        whenExhausted: 'warn',
        warnBelowPercent: 0,
        overridable: false,
        keepDecisionsDays: 30,
      }),
    ).toEqual({
      policy: { whenExhausted: 'warn', warnBelow: 0 },
      isOverridable: false,
      keepDecisionsDays: 30,
    });
  });

  it.each([
    [{ whenExhausted: 'freeze' }, /slo\.gate\.whenExhausted is 'freeze'/],
    [{ warnBelowPercent: 101 }, /slo\.gate\.warnBelowPercent is 101/],
    [{ warnBelowPercent: -1 }, /from 0 to 100/],
    [{ keepDecisionsDays: 0 }, /slo\.gate\.keepDecisionsDays is 0/],
  ])('refuses %p and names the key', (gate, message) => {
    expect(() => read(gate)).toThrow(message);
  });
});
