import { Suspense } from 'react';
import { waitFor } from '@testing-library/react';
import { FixtureSloApi } from '../__fixtures__/FixtureSloApi';
import { objectiveInState } from '../__fixtures__/objectivesInEveryState';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { ReliabilityCard } from './ReliabilityCard';

/** Keeps what is drawn beside it from being put on the page. */
function NeverReady(): never {
  throw new Promise(() => {});
}

it('asks for its figures while it is drawn, before it is on the page', async () => {
  const api = new FixtureSloApi([objectiveInState('ok')]);
  const list = jest.spyOn(api, 'listObjectives');
  const { container } = renderForEntity(
    <Suspense fallback={<p>page on its way</p>}>
      <ReliabilityCard />
      <NeverReady />
    </Suspense>,
    { api },
  );
  await waitFor(() => expect(list).toHaveBeenCalledTimes(1));
  expect(container).toHaveTextContent('page on its way');
});
