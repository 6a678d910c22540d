/**
 * Words of the explanations: every number's sentence, formula, sources and
 * notes.
 */
export const explanationMessages = {
  explain: {
    title: 'Why {{value}}',
    titleUnknown: 'Why not known',
    subtitle: '{{figure}} of {{service}}, {{objective}}. Read {{time}}.',
    figures: {
      'budget.remaining': 'Budget left',
      'budget.consumed': 'Budget spent',
      'raw.budget.remaining': 'Budget left, as measured',
      'raw.sli': 'Measured ratio, nothing excluded',
      'projected.remaining': 'Budget left, projected',
      sli: 'Measured ratio',
      burnRate: 'Burn rate over {{window}}',
      forecast: 'Exhaustion',
      coverage: 'Coverage',
    },
    sentenceEvents:
      'In {{window}} {{bad}} of {{total}} events failed. At {{target}}, {{allowed}} may fail. So {{consumed}} of the budget is spent and {{remaining}} is left.',
    sentenceEventsOver:
      'In {{window}} {{bad}} of {{total}} events failed. At {{target}}, only {{allowed}} may fail. So {{consumed}} of the budget is spent: {{remaining}} more than there was.',
    sentenceSlices:
      'In {{window}} {{bad}} of {{total}} slices of time were bad. At {{target}}, {{allowed}} may be. So {{consumed}} of the budget is spent and {{remaining}} is left.',
    sentenceSlicesOver:
      'In {{window}} {{bad}} of {{total}} slices of time were bad. At {{target}}, only {{allowed}} may be. So {{consumed}} of the budget is spent: {{remaining}} more than there was.',
    sentenceProjected:
      'So far {{bad}} of {{soFar}} were bad; {{expected}} are expected in {{window}}. At {{target}}, {{allowed}} of them may be. So {{consumed}} of the budget is spent.',
    formula: 'How it is computed',
    span: '{{from}} to {{to}}',
    spent: 'Where it went',
    spentBad_one: '{{bad}} failure',
    spentBad_other: '{{bad}} failures',
    spentRest: 'Spread over the rest',
    spentRestWhy: 'in small amounts',
    read: 'What was read',
    window: 'Window',
    measured: 'Measured',
    measuredOf: '{{measured}} of {{window}}',
    measuredHours: '{{measured}} of {{window}} h',
    source: 'Source',
    duration: 'read in {{duration}}',
    dataUpTo: 'Data up to',
    missing: 'Missing',
    none: 'none',
    corrections: 'Corrections',
    corrected: '{{span}}: {{reason}}',
    rawFormula: 'As measured, nothing excluded',
    more_one: '{{count}} more gap',
    more_other: '{{count}} more gaps',
    query: 'Query, {{name}}',
    notes: 'Good to know',
    faults: 'Faults',
    names: {
      good: 'good events',
      bad: 'failed events',
      total: 'all events',
      value: 'the value',
      raw: 'the ratio',
    },
  },
  note: {
    'demo-data': 'These numbers are made up by the demo source.',
    'source-down':
      'The source {{source}} does not answer; these are the last good values.',
    'warming-up':
      'The window is not measured from its beginning, so the numbers speak for less than all of it.',
    'few-events':
      'At this volume not one failure would be allowed, so the budget means little.',
    inconsistent:
      'More good events than events were counted somewhere; there all events were taken as good.',
    'non-finite': 'Some answers were not numbers. They count as not measured.',
    'first-sample-invisible':
      'The first value of a new series is invisible to any rate, so it is not counted.',
    corrected_one:
      'A correction excludes {{duration}} of the window. The figure as measured stands beside it.',
    corrected_other:
      '{{count}} corrections exclude {{duration}} of the window. The figure as measured stands beside it.',
    'corrected-ahead_one':
      'A correction takes {{duration}} out of what is still to come, and so out of the projected budget.',
    'corrected-ahead_other':
      '{{count}} corrections take {{duration}} out of what is still to come, and so out of the projected budget.',
    'alerts-not-corrected':
      'Alert rules in Prometheus know nothing of corrections and fire as they are.',
    'bad-or-zero':
      'While there are events and no failing series, nothing failed: a zero, not a gap.',
    'window-snapped':
      'The window is cut at the ledger\u2019s cells, so it is {{duration}} off its nominal length.',
    'exact-increase': 'Growth is read as it was, never extrapolated.',
    anchored:
      'The server takes the differences of counters by itself, resets included; it was asked whether it can.',
    'recorded-series':
      'Read from the series that this installation\u2019s rules have recorded, all objectives at once: five minutes of the mean rate around the end of each.',
    extrapolated:
      'The recorded series are rates, which extrapolate: all events are counted, single ones in fractions, and some a bucket early or late.',
    'where-not-recorded':
      'Asked for the past, and wherever the recorded series do not speak for a bucket.',
    'sample-per-scrape':
      'Each scrape is one sample, and each sample counts once.',
    'slices-from-buckets':
      'Slices of time are put together from these buckets.',
    grouped:
      'Services that share this shape are asked for in one query, grouped by label.',
    'calendar-same-weekday':
      'What is still to come is expected as on the same weekdays of the last four weeks.',
    'calendar-all-days':
      'What is still to come is expected as on the mean of all measured days, since some weekday was not measured.',
    'calendar-so-far':
      'What is still to come is expected at the pace so far, since no earlier day was measured.',
    'demo-counter-resets':
      'Pods of this service restart often. Counters start again from zero; nothing is lost by it.',
    'demo-late-series':
      'This series appears with its first error after a restart; that first reading is invisible.',
    'demo-silent-series': 'This series is not exported any more.',
    'recorded-sloth':
      'Read off the series that Sloth\u2019s rules record. What it promises is changed in Sloth.',
    'recorded-pyrra':
      'Read off the series that Pyrra\u2019s generic rules record. What it promises is changed in Pyrra.',
    'recorded-grafana':
      'Read off the series that Grafana SLO records. What it promises is changed in Grafana.',
    'recorded-equal-weight':
      'These rules keep a ratio and no volume. So each five minutes weigh the same, a quiet night as much as a busy noon; by events the budget may differ widely.',
    'recorded-gaps':
      'Where a rule had nothing to divide by, there was no traffic. Where it recorded nothing at all, for instance before the first error series was born, that time counts as not measured.',
    'recorded-rates':
      'Events are counted back from recorded rates, to within about 2 percent of what happened.',
    'recorded-smooth':
      'Each recorded value looks back over five minutes, so a burst is spread over ten.',
  },
} as const;
