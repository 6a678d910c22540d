import type { DeploymentCost } from '@plimsoll/plugin-cost-common';
import { dearDeployment } from '../__fixtures__/checkoutDeployments';
import { NOW } from '../__fixtures__/checkoutEntity';
import { voice } from '../__testUtils__/voice';
import { deploymentPath } from './deploymentPath';
import { monthFigure } from './monthFigure';

describe('what a deployment costs a month', () => {
  beforeEach(() => jest.useFakeTimers({ now: new Date(NOW) }));
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it.each<[Partial<DeploymentCost>, string]>([
    [{}, '+$54'],
    [{ perMonth: '-13.20' }, '\u2212$13'],
    [{ perMonth: undefined }, 'cannot tell'],
    [{ state: 'cannot-tell' }, 'cannot tell'],
    [{ state: 'due', dueOn: '2026-11-20' }, 'due 20 Nov'],
    [{ state: 'due' }, 'due with the bill'],
    [{ state: 'too-short', liveSeconds: 420 }, 'live for 7 min'],
    [{ state: 'too-short' }, 'replaced too soon'],
    [{ state: 'no-volume' }, 'cannot tell'],
  ])('of %j is %s', (changes, text) => {
    expect(
      monthFigure({
        deployment: { ...dearDeployment, ...changes },
        currency: 'USD',
        ...voice(),
      }),
    ).toBe(text);
  });

  it('has its story with the stability plugin', () => {
    expect(
      deploymentPath({ service: '/catalog/x', deploymentId: 'a b/c' }),
    ).toBe('/catalog/x/stability?deployment=a+b%2Fc');
  });
});
