import { recordedNotes } from './recordedNotes';

const codes = (...given: Parameters<typeof recordedNotes>) =>
  recordedNotes(...given).map(({ code }) => code);

describe('recordedNotes', () => {
  it('says nothing of a document of the catalog', () => {
    expect(
      codes({ origin: undefined, definition: { unit: 'slices' } }),
    ).toEqual([]);
  });

  it('says what ratios without volume can tell', () => {
    expect(codes({ origin: 'sloth', definition: { unit: 'slices' } })).toEqual([
      'recorded-sloth',
      'recorded-equal-weight',
      'recorded-gaps',
      'recorded-smooth',
    ]);
  });

  it('says how exact events of rates are', () => {
    expect(codes({ origin: 'pyrra', definition: { unit: 'events' } })).toEqual([
      'recorded-pyrra',
      'recorded-rates',
      'recorded-smooth',
    ]);
  });
});
