import { waitFor } from '@testing-library/react';
import { FixtureStabilityApi } from '../__fixtures__/FixtureStabilityApi';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { StabilityCard } from './StabilityCard';

// A view whose code never arrives.
jest.mock('./StabilityCardView', () => ({
  StabilityCardView: () => {
    throw new Promise(() => {});
  },
}));

it('asks for its figures without waiting for the code that draws them', async () => {
  const api = new FixtureStabilityApi();
  const metrics = jest.spyOn(api, 'getMetrics');
  renderForEntity(<StabilityCard />, { api });
  await waitFor(() => expect(metrics).toHaveBeenCalledTimes(1));
});
