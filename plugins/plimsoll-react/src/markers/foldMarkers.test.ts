import { createElement } from 'react';
import { foldMarkers } from './foldMarkers';

function marker(ms: number, kind = 'clean') {
  return {
    id: `${kind}-${ms}`,
    at: new Date(ms),
    kind,
    title: `${kind} at ${ms}`,
    glyph: createElement('circle'),
  };
}

/** A pixel a millisecond. */
const x = (at: Date) => at.getTime();

function idsOf(...markers: ReturnType<typeof marker>[]): string[][] {
  return foldMarkers({ markers, x }).map(group =>
    group.markers.map(({ id }) => id),
  );
}

describe('foldMarkers', () => {
  it('folds neighbours of a kind that are closer than 8 pixels', () => {
    expect(idsOf(marker(0), marker(8), marker(15))).toEqual([
      ['clean-0'],
      ['clean-8', 'clean-15'],
    ]);
  });

  it('keeps a failure and its rollback apart', () => {
    expect(idsOf(marker(0, 'failed'), marker(2, 'rollback'))).toEqual([
      ['failed-0'],
      ['rollback-2'],
    ]);
  });

  const placesOf = (...markers: ReturnType<typeof marker>[]) =>
    foldMarkers({ markers, x }).map(group => group.x);

  it('lets a failure and its rollback give way to each other', () => {
    expect(placesOf(marker(100, 'failed'), marker(102, 'rollback'))).toEqual([
      93, 109,
    ]);
  });

  it('lets nothing lie on another: the next release gives way, too', () => {
    const places = placesOf(
      marker(100, 'failed'),
      marker(101, 'rollback'),
      marker(110),
    );
    expect(places[1] - places[0]).toBeGreaterThanOrEqual(16);
    expect(places[2] - places[1]).toBeGreaterThanOrEqual(16);
  });

  it('leaves room for a count', () => {
    const places = placesOf(marker(0), marker(1), marker(10, 'failed'));
    expect(places[1] - places[0]).toBeGreaterThanOrEqual(20);
  });

  it('takes into a count what would cover it', () => {
    expect(idsOf(marker(0), marker(2), marker(15), marker(40))).toEqual([
      ['clean-0', 'clean-2', 'clean-15'],
      ['clean-40'],
    ]);
  });

  it('leaves marks where they are that do not touch', () => {
    expect(placesOf(marker(0, 'failed'), marker(16, 'rollback'))).toEqual([
      0, 16,
    ]);
    expect(placesOf(marker(0), marker(9))).toEqual([0, 9]);
  });

  it('orders by time whatever order they come in', () => {
    expect(idsOf(marker(90), marker(3), marker(0))).toEqual([
      ['clean-0', 'clean-3'],
      ['clean-90'],
    ]);
  });
});
