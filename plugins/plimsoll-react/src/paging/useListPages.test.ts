import { act, renderHook } from '@testing-library/react';
import { useListPages } from './useListPages';

describe('useListPages', () => {
  it('walks on by cursors and back by memory', () => {
    const { result } = renderHook(() => useListPages('q'));
    expect(result.current).toMatchObject({ index: 0, cursor: undefined });
    act(() => result.current.next('a'));
    act(() => result.current.next('b'));
    expect(result.current).toMatchObject({ index: 2, cursor: 'b' });
    act(() => result.current.previous());
    expect(result.current).toMatchObject({ index: 1, cursor: 'a' });
  });

  it('begins anew with another question', () => {
    const { result, rerender } = renderHook(
      ({ question }) => useListPages(question),
      { initialProps: { question: 'q' } },
    );
    act(() => result.current.next('a'));
    rerender({ question: 'r' });
    expect(result.current).toMatchObject({ index: 0, cursor: undefined });
    act(() => result.current.next('z'));
    expect(result.current).toMatchObject({ index: 1, cursor: 'z' });
  });
});
