import {
  checkoutDeployments,
  dearDeployment,
} from '../__fixtures__/checkoutDeployments';
import { voice } from '../__testUtils__/voice';
import { alternativesText } from './alternativesText';

describe('deployments within the same days', () => {
  afterEach(() => jest.restoreAllMocks());

  const text = (alternatives?: string[]) =>
    alternativesText({
      deployment: { ...dearDeployment, alternatives },
      all: checkoutDeployments,
      ...voice(),
    });

  it('are named by their versions, once each', () => {
    expect(text(['d-v2.32.0'])).toBe('cannot be told apart from v2.32.0');
    expect(text(['d-v2.32.0', 'd-v2.31.1', 'd-v2.32.0'])).toBe(
      'cannot be told apart from v2.31.1, v2.32.0',
    );
  });

  it('are counted where the list has no version of them', () => {
    expect(text(['4711'])).toBe(
      'cannot be told apart from 1 other of these days',
    );
    expect(text(['4711', '4712', 'd-v2.32.0'])).toBe(
      'cannot be told apart from v2.32.0 and 2 others',
    );
  });

  it('count another deployment of the same version, which its name does not tell apart', () => {
    expect(
      alternativesText({
        deployment: { version: 'v2.32.0', alternatives: ['d-v2.32.0'] },
        all: checkoutDeployments,
        ...voice(),
      }),
    ).toBe('cannot be told apart from 1 other of these days');
  });

  it('are not spoken of where there are none', () => {
    expect(text()).toBeUndefined();
    expect(text([])).toBeUndefined();
  });
});
