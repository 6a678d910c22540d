import { Suspense } from 'react';
import { waitFor } from '@testing-library/react';
import { FixtureStabilityApi } from '../__fixtures__/FixtureStabilityApi';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { StabilityCard } from './StabilityCard';

/** Keeps what is drawn beside it from being put on the page. */
function NeverReady(): never {
  throw new Promise(() => {});
}

// The first here: later the code is there already.
it('draws no boundary of its own, which would hold back other cards', async () => {
  const api = new FixtureStabilityApi();
  const { container, findByText } = renderForEntity(
    <Suspense fallback={<p>page on its way</p>}>
      <StabilityCard />
    </Suspense>,
    { api },
  );
  await waitFor(() =>
    expect(container.querySelector('[aria-busy]')).toBeTruthy(),
  );
  expect(container).not.toHaveTextContent('page on its way');
  expect(await findByText('Change failure rate')).toBeVisible();
});

it('asks for its figures while it is drawn, before it is on the page', async () => {
  const api = new FixtureStabilityApi();
  const metrics = jest.spyOn(api, 'getMetrics');
  const { container } = renderForEntity(
    <Suspense fallback={<p>page on its way</p>}>
      <StabilityCard />
      <NeverReady />
    </Suspense>,
    { api },
  );
  await waitFor(() => expect(metrics).toHaveBeenCalledTimes(1));
  expect(container).toHaveTextContent('page on its way');
});
