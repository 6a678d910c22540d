import type { ReactNode } from 'react';
import { act, renderHook } from '@testing-library/react';
import { MemoryRouter, useSearchParams } from 'react-router-dom';
import { onSamePage, useListPages } from './useListPages';

describe('useListPages', () => {
  const render = (address = '/') =>
    renderHook(
      () => {
        const [parameters, setParameters] = useSearchParams();
        return { pages: useListPages(), parameters, setParameters };
      },
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
    );

  it('walks on by cursors and back by the address', () => {
    const { result } = render('/?q=c');
    expect(result.current.pages).toMatchObject({ index: 0, cursor: undefined });
    act(() => result.current.pages.next('a'));
    act(() => result.current.pages.next('b'));
    expect(result.current.pages).toMatchObject({ index: 2, cursor: 'b' });
    expect(String(result.current.parameters)).toBe('q=c&after=a&after=b');
    act(() => result.current.pages.previous());
    expect(result.current.pages).toMatchObject({ index: 1, cursor: 'a' });
  });

  it('shows the page that its address names', () => {
    const { result } = render('/?after=a&after=b');
    expect(result.current.pages).toMatchObject({ index: 2, cursor: 'b' });
  });

  it('begins anew where filters write their own address', () => {
    const { result } = render('/?after=a');
    act(() => result.current.setParameters({ q: 'c' }));
    expect(result.current.pages).toMatchObject({ index: 0, cursor: undefined });
  });

  it('stays on its page beside what is opened', () => {
    const { result } = render('/?after=a&after=b');
    act(() =>
      result.current.setParameters(of =>
        onSamePage({ of, parameters: new URLSearchParams('open=x&after=z') }),
      ),
    );
    expect(result.current.pages).toMatchObject({ index: 2, cursor: 'b' });
    expect(result.current.parameters.get('open')).toBe('x');
  });
});
