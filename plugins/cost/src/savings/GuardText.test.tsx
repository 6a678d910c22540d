import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { speakBritish } from '@plimsoll/plugin-plimsoll-react/testUtils';
import type { Saving } from '@plimsoll/plugin-cost-common';
import { render } from '@testing-library/react';
import { GuardText } from './GuardText';

afterEach(() => jest.restoreAllMocks());

it.each<[Saving['guard'], string]>([
  [{ state: 'none' }, 'No effect on reliability'],
  [
    { state: 'allowed', budgetRemaining: 0.524, objective: 'Availability' },
    'Allowed: 52.4% of the budget of Availability is left',
  ],
  [
    {
      state: 'held-back',
      reason: 'low-budget',
      budgetRemaining: 0.0909,
      objective: 'Deployment stability',
    },
    'Held back: 9.1% of the budget of Deployment stability is left, too little for its risk',
  ],
  [
    {
      state: 'held-back',
      reason: 'low-budget',
      budgetRemaining: -0.124,
      objective: 'Availability',
    },
    'Held back: the budget of Availability is overspent by 12.4%',
  ],
  [
    { state: 'held-back', reason: 'low-budget', budgetRemaining: 0.0909 },
    'Held back: 9.1% of the budget is left, too little for its risk',
  ],
  [
    { state: 'held-back', reason: 'low-budget', budgetRemaining: -0.124 },
    'Held back: the budget is overspent by 12.4%',
  ],
  [
    { state: 'held-back', reason: 'no-objective' },
    'Held back: no objective shows that it bears a cut',
  ],
  [
    { state: 'held-back', reason: 'not-measured' },
    'Held back: waiting for the error budget to be measured',
  ],
  [
    { state: 'held-back', reason: 'unknown-budget' },
    'Held back: the error budget cannot be read now',
  ],
  [{ state: 'held-back', reason: 'a freeze' }, 'Held back: a freeze'],
])('the guard %j says %s', (guard, text) => {
  speakBritish();
  const { container } = render(
    <TestApiProvider apis={[mockApis.translation(), mockApis.error()]}>
      <GuardText guard={guard} />
    </TestApiProvider>,
  );
  expect(container).toHaveTextContent(text);
});
