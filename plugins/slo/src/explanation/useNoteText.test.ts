import { renderWords } from '../__testUtils__/renderWords';
import { useNoteText } from './useNoteText';

describe('notes of an explanation', () => {
  const noteText = renderWords(useNoteText);

  // Every code that the backend and its sources send.
  it.each([
    ['demo-data', /made up by the demo source/],
    ['demo-counter-resets', /Counters start again from zero/],
    ['demo-late-series', /first error after a restart/],
    ['demo-silent-series', /not exported any more/],
    ['exact-increase', /never extrapolated/],
    ['anchored', /takes the differences of counters by itself/],
    ['recorded-series', /rules have recorded, all objectives at once/],
    ['extrapolated', /single ones in fractions/],
    ['where-not-recorded', /do not speak for a bucket/],
    ['first-sample-invisible', /first value of a new series/],
    ['bad-or-zero', /a zero, not a gap/],
    ['grouped', /one query, grouped by label/],
    ['sample-per-scrape', /each sample counts once/],
    ['slices-from-buckets', /put together from these buckets/],
    ['warming-up', /not measured from its beginning/],
    ['few-events', /not one failure would be allowed/],
    ['inconsistent', /More good events than events/],
    ['non-finite', /not numbers/],
    ['alerts-not-corrected', /^Alert rules in Prometheus know nothing of/],
    ['recorded-sloth', /changed in Sloth/],
    ['recorded-pyrra', /Pyrra\u2019s generic rules record/],
    ['recorded-grafana', /that Grafana SLO records/],
    ['recorded-equal-weight', /a quiet night as much as a busy noon/],
    ['recorded-gaps', /recorded nothing at all/],
    ['recorded-rates', /within about 2 percent/],
    ['recorded-smooth', /spread over ten/],
  ])('%s has a sentence', (code, says) => {
    expect(noteText({ code })).toMatch(says);
  });

  it.each([
    ['same-weekday', /same weekdays of the last four weeks/],
    ['all-days', /mean of all measured days/],
    ['so-far', /pace so far/],
  ])('tells a calendar estimate by its basis %s', (basis, says) => {
    expect(noteText({ code: 'calendar-estimate', params: { basis } })).toMatch(
      says,
    );
  });

  it('counts corrections and the time that they exclude', () => {
    const params = { corrections: 2, excludedSeconds: 9_000 };
    expect(noteText({ code: 'corrected', params })).toMatch(
      /^2 corrections exclude 2 h 30 min of the window/,
    );
    expect(
      noteText({ code: 'corrected', params: { ...params, corrections: 1 } }),
    ).toMatch(/^A correction excludes/);
    expect(noteText({ code: 'corrected-ahead', params })).toMatch(
      /^2 corrections take 2 h 30 min out of what is still to come/,
    );
  });

  it('fills in the source and the length', () => {
    expect(
      noteText({ code: 'source-down', params: { source: 'prometheus-main' } }),
    ).toMatch(/^The source prometheus-main does not answer/);
    expect(
      noteText({ code: 'window-snapped', params: { seconds: 480 } }),
    ).toMatch(/it is 8 min off/);
  });

  it('shows the code of a source that brings its own', () => {
    expect(noteText({ code: 'acme-sampled' })).toBe('acme-sampled');
    expect(noteText({ code: 'calendar-estimate' })).toBe('calendar-estimate');
  });
});
