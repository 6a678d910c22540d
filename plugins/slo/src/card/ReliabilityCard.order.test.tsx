import { waitFor } from '@testing-library/react';
import { FixtureSloApi } from '../__fixtures__/FixtureSloApi';
import { objectiveInState } from '../__fixtures__/objectivesInEveryState';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { ReliabilityCard } from './ReliabilityCard';

// A view whose code never arrives.
jest.mock('./ReliabilityCardView', () => ({
  ReliabilityCardView: () => {
    throw new Promise(() => {});
  },
}));

it('asks for its figures without waiting for the code that draws them', async () => {
  const api = new FixtureSloApi([objectiveInState('ok')]);
  const list = jest.spyOn(api, 'listObjectives');
  renderForEntity(<ReliabilityCard />, { api });
  await waitFor(() => expect(list).toHaveBeenCalledTimes(1));
});
