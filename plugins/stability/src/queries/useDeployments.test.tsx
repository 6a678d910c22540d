import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { stopDate } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { renderHook, waitFor } from '@testing-library/react';
import { stabilityApiRef } from '../api';
import { CHECKOUT, NOW } from '../__fixtures__/checkoutEntity';
import { deployment } from '../__fixtures__/deployment';
import { FixtureStabilityApi } from '../__fixtures__/FixtureStabilityApi';
import { useDeployments } from './useDeployments';

describe('the deployments of a range', () => {
  beforeEach(() => stopDate(NOW));
  afterEach(() => jest.useRealTimers());

  function read(wanted: number) {
    const api = new FixtureStabilityApi();
    // Three pages of two.
    const list = jest
      .spyOn(api, 'listDeployments')
      .mockImplementation(async ({ cursor = '0' }) => {
        const page = Number(cursor);
        return {
          items: [0, 1].map(index =>
            deployment({ version: `v${page * 2 + index}` }),
          ),
          totalItems: 6,
          pageInfo: { nextCursor: page < 2 ? String(page + 1) : undefined },
        };
      });
    const { result } = renderHook(
      () => useDeployments({ entityRef: CHECKOUT, range: '30d', wanted }),
      {
        wrapper: ({ children }) => (
          <TestApiProvider
            apis={[[stabilityApiRef, api], mockApis.translation()]}
          >
            {children}
          </TestApiProvider>
        ),
      },
    );
    return { result, list };
  }

  it.each([
    [1, 2],
    [2, 2],
    [3, 4],
    [99, 6],
  ])('reads pages until %p are there: %p', async (wanted, got) => {
    const { result, list } = read(wanted);
    await waitFor(() => expect(result.current.data?.items).toHaveLength(got));
    expect(list).toHaveBeenCalledTimes(got / 2);
    expect(result.current.data?.totalItems).toBe(6);
    expect(list.mock.calls[0][0]).toMatchObject({
      entityRef: CHECKOUT,
      from: '2026-10-20T09:23:24.000Z',
    });
  });
});
