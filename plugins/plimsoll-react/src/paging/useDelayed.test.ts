import { act, renderHook } from '@testing-library/react';
import { useDelayed } from './useDelayed';

describe('useDelayed', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('shows at once and tells when typing pauses', () => {
    const onChange = jest.fn();
    const { result } = renderHook(() => useDelayed({ value: '', onChange }));
    act(() => result.current.onChange('c'));
    act(() => jest.advanceTimersByTime(200));
    act(() => result.current.onChange('ch'));
    expect(result.current.value).toBe('ch');
    act(() => jest.advanceTimersByTime(249));
    expect(onChange).not.toHaveBeenCalled();
    act(() => jest.advanceTimersByTime(1));
    expect(onChange.mock.calls).toEqual([['ch']]);
  });

  it('follows a change from outside without telling it back', () => {
    const onChange = jest.fn();
    const { result, rerender } = renderHook(
      ({ value }) => useDelayed({ value, onChange }),
      { initialProps: { value: 'old' } },
    );
    rerender({ value: '' });
    expect(result.current.value).toBe('');
    act(() => jest.advanceTimersByTime(1_000));
    expect(onChange).not.toHaveBeenCalled();
  });
});
