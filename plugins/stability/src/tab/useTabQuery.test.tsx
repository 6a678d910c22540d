import type { ReactNode } from 'react';
import { act, renderHook } from '@testing-library/react';
import { MemoryRouter, useSearchParams } from 'react-router-dom';
import { readTabQuery, useTabQuery } from './useTabQuery';
import { useWanted } from './useWanted';

function render(address: string) {
  return renderHook(
    () => ({ ...useTabQuery(), parameters: useSearchParams()[0] }),
    {
      wrapper: ({ children }: { children: ReactNode }) => (
        <MemoryRouter
          initialEntries={[address]}
          future={{ v7_startTransition: true, v7_relativeSplatPath: true }}
        >
          {children}
        </MemoryRouter>
      ),
    },
  ).result;
}

describe('the query of the tab', () => {
  it('is as usual where the address says nothing, or nonsense', () => {
    const usual = {
      range: '90d',
      verdict: undefined,
      explain: undefined,
      deployment: undefined,
    };
    expect(readTabQuery(new URLSearchParams())).toEqual(usual);
    expect(
      readTabQuery(
        new URLSearchParams(
          'range=7d&verdict=bad&explain=toString&deployment=',
        ),
      ),
    ).toEqual(usual);
  });

  it('is read from the address', () => {
    expect(
      render('/?range=30d&verdict=failed&explain=rework-rate&deployment=d-1')
        .current.query,
    ).toEqual({
      range: '30d',
      verdict: 'failed',
      explain: 'rework-rate',
      deployment: 'd-1',
    });
  });

  it('changes only what it is told, and leaves others of the page alone', () => {
    const result = render('/?range=30d&explain=rework-rate&other=1');
    act(() => result.current.change({ verdict: 'failed' }));
    expect(String(result.current.parameters)).toBe(
      'range=30d&explain=rework-rate&other=1&verdict=failed',
    );
    act(() => result.current.change({ explain: undefined, range: '90d' }));
    expect(String(result.current.parameters)).toBe('other=1&verdict=failed');
  });
});

describe('how many deployments are shown', () => {
  it('grows with each wish, and begins anew with another question', () => {
    const { result, rerender } = renderHook(
      ({ question }) => useWanted(question),
      { initialProps: { question: '90d' } },
    );
    expect(result.current.wanted).toBe(13);
    act(() => result.current.older());
    act(() => result.current.older());
    expect(result.current.wanted).toBe(63);
    rerender({ question: '90d failed' });
    expect(result.current.wanted).toBe(13);
    act(() => result.current.older());
    expect(result.current.wanted).toBe(38);
  });
});
