import { renderHook } from '@testing-library/react';
import { plotGeometry } from './plotGeometry';
import { useZoomMotion, zoomStart } from './useZoomMotion';

const range = (from: number, to: number) => ({
  from: new Date(from * 1000),
  to: new Date(to * 1000),
});
const geometry = { left: 50, right: 250 };

describe('zoomStart', () => {
  it('puts a stretch where it stood in what was shown before', () => {
    // The third quarter of an axis from 50 to 250 pixels: from 150 to 200.
    expect(
      zoomStart({ before: range(0, 400), range: range(200, 300), geometry }),
    ).toEqual({
      '--plimsoll-zoom': `translateX(${150 - 50 / 4}px) scaleX(0.25)`,
    });
  });

  it('puts what is wider around it', () => {
    expect(
      zoomStart({ before: range(200, 300), range: range(0, 400), geometry }),
    ).toEqual({
      // The old stretch fills the axis, so the new one begins 400 px before.
      '--plimsoll-zoom': 'translateX(-550px) scaleX(4)',
    });
  });
});

describe('useZoomMotion', () => {
  const follow = (first: ReturnType<typeof range>) =>
    renderHook(
      shown =>
        useZoomMotion({
          range: shown,
          geometry: plotGeometry({ width: 720, range: shown }),
        }),
      { initialProps: first },
    );

  it('moves with each zoom, not on load nor with time', () => {
    const { result, rerender } = follow(range(0, 1_000));
    expect(result.current).toEqual({ key: 0 });
    rerender(range(1, 1_001));
    expect(result.current).toEqual({ key: 0 });
    rerender(range(500, 600));
    expect(result.current).toEqual({ key: 1, style: expect.anything() });
    rerender(range(501, 601));
    expect(result.current.key).toBe(1);
    rerender(range(0, 1_000));
    expect(result.current.key).toBe(2);
  });
});
