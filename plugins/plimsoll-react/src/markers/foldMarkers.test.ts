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
    expect(idsOf(marker(0), marker(7), marker(8))).toEqual([
      ['clean-0', 'clean-7'],
      ['clean-8'],
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
      95, 107,
    ]);
  });

  it('leaves marks where they are that do not touch', () => {
    expect(placesOf(marker(0, 'failed'), marker(12, 'rollback'))).toEqual([
      0, 12,
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
