import type { ReactNode } from 'react';
import { act, renderHook } from '@testing-library/react';
import { MemoryRouter, useSearchParams } from 'react-router-dom';
import {
  useAddressQuery,
  type UseAddressQueryOptions,
} from './useAddressQuery';

interface Query {
  q: string;
  open?: string;
}

const address: UseAddressQueryOptions<Query> = {
  read: parameters => ({
    q: parameters.get('q') ?? '',
    open: parameters.get('open') ?? undefined,
  }),
  write: ({ q, open }) =>
    new URLSearchParams({ ...(q && { q }), ...(open && { open }) }),
};

function render(options: Partial<UseAddressQueryOptions<Query>> = {}) {
  const given = { ...address, ...options };
  return renderHook(
    () => ({ ...useAddressQuery(given), parameters: useSearchParams()[0] }),
    {
      wrapper: ({ children }: { children: ReactNode }) => (
        <MemoryRouter
          initialEntries={['/?q=pay&after=c1']}
          future={{ v7_startTransition: true, v7_relativeSplatPath: true }}
        >
          {children}
        </MemoryRouter>
      ),
    },
  ).result;
}

describe('a query in the address', () => {
  it('is read from it', () => {
    expect(render().current.query).toEqual({ q: 'pay', open: undefined });
  });

  it('changes in part, and begins at the first page', () => {
    const result = render();
    act(() => result.current.change({ open: 'x' }));
    expect(result.current.query).toEqual({ q: 'pay', open: 'x' });
    expect(String(result.current.parameters)).toBe('q=pay&open=x');
  });

  it('stays on its page where the list stays the same', () => {
    const result = render({ isSameList: (a, b) => a.q === b.q });
    act(() => result.current.change({ open: 'x' }));
    expect(String(result.current.parameters)).toBe('q=pay&open=x&after=c1');
    act(() => result.current.change({ q: 'cart' }));
    expect(String(result.current.parameters)).toBe('q=cart&open=x');
  });

  it('is the same object until it changes', () => {
    const result = render();
    const { query } = result.current;
    act(() => result.current.change({ q: 'pay', open: undefined }));
    expect(result.current.query).toEqual(query);
  });
});
