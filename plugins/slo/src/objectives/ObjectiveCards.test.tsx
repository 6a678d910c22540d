import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { objectiveInState } from '../__fixtures__/objectivesInEveryState';
import { objectiveStatus } from '../__fixtures__/objectiveStatus';
import { ObjectiveCards } from './ObjectiveCards';

describe('the list on a narrow screen', () => {
  it('names the documents of objectives that are called the same', () => {
    renderInTestApp(
      <ObjectiveCards
        objectives={[
          objectiveStatus(),
          objectiveStatus({ ref: 'slo:default/checkout-slow' }),
          objectiveInState('exhausted'),
        ]}
      />,
    );
    const [first, second, third] = screen
      .getAllByRole('listitem')
      .map(item => item.textContent);
    expect(first).toMatch(/^Availability checkout-availability/);
    expect(second).toMatch(/^Availability checkout-slow/);
    expect(third).toMatch(/^Latency p95, 2 scheckout/);
  });
});
