/** Words that explain numbers and verdicts. */
export const explanationMessages = {
  explain: {
    title: 'Why {{value}}',
    titleWords: '{{metric}}: {{value}}',
    subtitle: '{{metric}}, {{from}} to {{to}}. Read {{time}}.',
    means: 'What it means',
    version: 'Definition {{id}}, version {{version}}',
    unknownVersion:
      'This page does not know version {{version}} of this definition; it is older than the backend.',
    computed: 'What went into it',
    counted: 'Counted',
    leftOut: 'Left out, and why',
    nothing: 'Nothing was counted.',
    more_one: '{{count}} more',
    more_other: '{{count}} more',
    reasons: {
      pending: 'its verdict is pending',
      rollback: 'went back; judged is what it replaced',
      redeploy: 'the same version again',
      prevented: 'stopped before it did harm',
      canceled: 'canceled before it went live',
      'not-live': 'never served all users',
      'no-time': 'its end was concluded, or clocks disagree',
      open: 'still open',
      presumed: 'its end was not told',
      merged: 'merged into another',
      'never-acknowledged': 'nobody acknowledged it',
      derived: 'measured from these figures itself',
    },
  },
  input: {
    sampleSize: 'In the sample',
    events: 'Of them counted',
    open: 'Still going on',
    leftOut: 'Left out',
    days: 'Days of the range',
  },
  definition: {
    'deployment-frequency/1':
      'Deployments that brought a new version to production and went live, a week. Rollbacks and the same version again do not count; one version to several clusters is one deployment.',
    'change-lead-time/1':
      'The time from a change\u2019s commit until the first deployment that shipped it was live. The figure is the median over changes; 9 in 10 were faster than the second figure.',
    'change-failure-rate/1':
      'Failed deployments among those that have a verdict: failed / (failed + clean). Pending ones, rollbacks, the same version again and those stopped before they did harm are left out. The interval is Wilson\u2019s.',
    'failed-deployment-recovery-time/1':
      'The time from a failed deployment\u2019s impact until service was back: by a rollback, a fix or the end of its incidents, whichever is last. The median counts failures that still go on as longer than seen.',
    'rework-rate/1':
      'Deployments that were not planned, among all that went live: rollbacks, hotfixes, reverts and what answers an incident. The interval is Wilson\u2019s.',
    'rollback-time/1':
      'How long a rollback took from its start until it was live. The decision before it is the time from when the failure was noticed until somebody began.',
    'time-to-acknowledge/1':
      'The time from an incident\u2019s first alert until somebody took it. Median over incidents.',
    'time-to-recover/1':
      'The time from an incident\u2019s first alert until it was resolved. Ends that were concluded, not told, are left out; open incidents count as longer than seen.',
    'prevented-failures/1':
      'Deployments that a canary or a check stopped before they had reached half of the traffic, and that burned no error budget until then.',
  },
  why: {
    title: 'What {{version}} did',
    subtitle: '{{environment}}, live since {{time}}',
    subtitleNever: '{{environment}}, begun {{time}}, not live',
    verdict: 'Why the verdict is \u201c{{verdict}}\u201d',
    verdictPending: 'The verdict is pending',
    overruled: 'overruled, does not count',
    noEvidence: 'Nothing speaks against it.',
    events_one: 'Rests on {{count}} stored event.',
    events_other: 'Rests on {{count}} stored events.',
    source: 'Open at its source',
    times: 'Times',
    started: 'Roll-out began',
    live: 'Live',
    stopped: 'Stopped',
    impact: 'Impact from',
    detected: 'Noticed',
    recovered: 'Recovered',
    after: '{{duration}} after it was live',
    afterStart: '{{duration}} after the roll-out began',
    budget: 'Error budget',
    budgetLine: '{{objective}} lost {{share}} of its budget while it was live',
    changes: 'Changes it shipped',
    changeLead: '{{duration}} from commit',
    changeLeadMerge: '{{duration}} from merge',
    changeInferred: {
      commit:
        'inferred from the commits since the deployment before it, {{confidence}}',
      time: 'inferred from when it was merged, {{confidence}}',
    },
    inferred: 'Which deployment shipped this change is inferred.',
    changesNone: 'No change could be traced to it.',
    targets: 'Where it went',
    notFound: 'There is no such deployment',
    notFoundWhy:
      'Its facts may have been grouped anew, or you may not see it. The list has those that you may see.',
  },
} as const;
