/** Words of the roll-ups: cards of several services, and the home page. */
export const rollupMessages = {
  rollup: {
    subtitle: '{{objectives}}, {{services}}',
    objectives_one: '{{count}} objective',
    objectives_other: '{{count}} objectives',
    services_one: '{{count}} service',
    services_other: '{{count}} services',
    states: 'Objectives by state',
    stateOf: '{{count}} {{state}}',
    sum: {
      events: 'Good events, {{window}}',
      readings: 'Good readings, {{window}}',
      slices: 'Good slices of {{length}}, {{window}}',
      ratioSlices: 'Mean of slices of {{length}}, {{window}}',
    },
    failed: '{{bad}} of {{total}} failed',
    noEvents: 'no events',
    joined: '{{objectives}} of {{services}}',
    none: 'Good events',
    cannotTell: 'cannot tell',
    leftOut_one: '{{count}} left out',
    leftOut_other: '{{count}} left out',
    leftOutWhy: '{{objectives}}: {{reason}}',
    apart_one: '{{count}} sum apart',
    apart_other: '{{count}} sums apart',
    asOf: 'as of {{time}}',
    without_one: '{{count}} component has no objective:',
    without_other: '{{count}} components have no objective:',
    more: 'and {{number}} more',
    empty: 'No service of {{name}} has an objective yet',
    emptyWhy:
      'Objectives are OpenSLO documents in the repositories of services. The SLOs tab of each of these has the first lines:',
    nothing: '{{name}} has no services yet',
    nothingWhy:
      'What is shown here is that of its Components, and none of the catalog belongs to it or may be seen by you.',
  },
  rollupExplain: {
    title: 'Why {{value}}',
    subtitle: '{{figure}}, of {{name}}.',
    subtitleAt: '{{figure}}, of {{name}}. Evaluated {{time}} or later.',
    sentence: {
      events:
        'In {{window}} {{bad}} of {{total}} events failed, counted by {{objectives}} of {{services}}. So {{sli}} were good.',
      readings:
        'In {{window}} {{bad}} of {{total}} readings were bad, taken by {{objectives}} of {{services}}. So {{sli}} were good.',
      slices:
        'In {{window}} {{bad}} of {{total}} slices of time were bad, judged by {{objectives}} of {{services}}. So {{sli}} were good.',
    },
    nothingHappened:
      'In {{window}} nothing was counted by {{objectives}} of {{services}}, so there is no ratio.',
    formula: 'How it is computed',
    apart: 'What cannot be added to it',
    apartWhy:
      'Only what is counted alike over the same window can be added. Events, readings and slices of time are different things.',
    leftOut: 'What is in no sum',
    reason: {
      stale: 'The source is down; the last good numbers are of an earlier time',
      'not-measured': 'Nothing is measured',
      'warming-up': 'Measured for a part of the window only',
      'out-of-step': 'More failures than events were counted',
    },
    notes: 'Good to know',
    weights: 'Each objective weighs as much as it counted.',
    twice:
      'An event that several objectives judge counts once for each of them.',
    coverage: 'At least {{share}} of the window is measured of each.',
    corrected_one:
      'People have excluded time from the budget of an objective. As measured, {{bad}} of {{total}} failed: {{sli}}.',
    corrected_other:
      'People have excluded time from the budgets of {{count}} objectives. As measured, {{bad}} of {{total}} failed: {{sli}}.',
  },
  home: {
    title: 'My services\u2019 budgets',
    subtitle: 'Of services that you or your groups own',
    empty: 'None of your services has an objective yet',
    nothing: 'You and your groups own no service',
    nothingWhy:
      'Services are listed by the owner that they name in the catalog. Ask your platform team if one is missing.',
  },
} as const;
