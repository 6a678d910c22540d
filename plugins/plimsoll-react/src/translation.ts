import {
  createTranslationRef,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';

/** All words of the shared parts. @public */
export const plimsollTranslationRef = createTranslationRef({
  id: 'plimsoll-react',
  messages: {
    state: {
      ok: 'OK',
      burning: 'Burning',
      exhausted: 'Exhausted',
      'no-traffic': 'No traffic',
      'no-data': 'No data',
      unknown: 'Unknown',
      insufficient: 'Too few events',
      'warming-up': 'Warming up',
    },
    verdict: {
      pending: 'Pending',
      clean: 'Clean',
      failed: 'Failed',
      suspect: 'Suspect',
      prevented: 'Prevented',
      rollback: 'Rollback',
      'not-counted': 'Not counted',
    },
    notice: {
      demo: 'Demo data',
      demoTitle: 'These numbers are made up by the demo source.',
      refreshFailed: 'Could not be refreshed. What you see was read {{ago}}.',
    },
    budget: {
      left: '{{share}} left',
      overspent: '{{share}} overspent',
      bar: '{{left}}; the load line is at {{loadLine}}',
      barUnknown: 'Budget not known: {{state}}',
      trend: 'Budget over 30 days: from {{first}} to {{last}}',
      trendUnknown: 'Budget over 30 days: nothing was measured',
      corrected: 'corrected',
      correctedRaw_one:
        'Corrected: {{duration}} are excluded by a correction. As measured, {{raw}} of the budget is left.',
      correctedRaw_other:
        'Corrected: {{duration}} are excluded by {{count}} corrections. As measured, {{raw}} of the budget is left.',
      correctedWhy_one: 'Corrected: {{duration}} are excluded by a correction.',
      correctedWhy_other:
        'Corrected: {{duration}} are excluded by {{count}} corrections.',
    },
    duration: {
      day: '{{value}} d',
      hour: '{{value}} h',
      minute: '{{value}} min',
      second: '{{value}} s',
      millisecond: '{{value}} ms',
      two: '{{first}} {{second}}',
    },
    time: {
      now: 'just now',
      ago: '{{duration}} ago',
      in: 'in {{duration}}',
    },
    explain: {
      open: '{{value}}, explain',
      close: 'Close explanation',
    },
    copy: {
      copy: 'Copy',
      copied: 'Copied',
      failed: 'Could not copy',
    },
    view: {
      loading: 'Loading',
      retry: 'Try again',
      copyDetails: 'Copy details',
      errorStatus:
        'The {{backend}} backend answered {{status}}. The service itself is not affected.',
      errorUnreachable:
        'The {{backend}} backend does not answer. The service itself is not affected.',
      lastTried: 'Last tried at {{time}}, next try in {{wait}}.',
    },
    permission: {
      title: 'You may not see this',
      why: 'Reading this needs {{permission}}.',
      whyOwned:
        'Reading this needs {{permission}}. {{owner}}, who own {{service}}, can tell you how to get it.',
      ask: 'Ask {{owner}}',
    },
    list: {
      range: '{{from}}\u2013{{to}} of {{total}}',
      clear: 'Clear filters',
    },
    chart: {
      table: 'Table',
      now: 'now',
      time: 'Time',
      rows: '{{from}}\u2013{{to}} of {{total}}',
      hint: 'Arrow keys walk the points, Home and End go to the ends.',
      zoomHint:
        'Shift with the arrow keys selects a range; Enter shows it, or opens what lies at the point.',
      selected: 'Selected from {{from}} to {{to}}',
      noData: 'no data',
      excluded: 'excluded',
      excludedGround: 'Excluded by a correction',
      rawLine: 'As measured, nothing excluded',
      besideRaw: '{{value}}, {{raw}} as measured',
      gap: 'no data, {{duration}}',
      point: '{{time}}: {{value}}',
      fall: '{{change}} on {{date}}',
      soFar: '{{share}} so far',
      times: '{{factor}}\u00d7',
      target: 'target {{target}}',
      page: '{{factor}} page',
      ticket: '{{factor}} ticket',
      evenPace: '{{factor}} even',
    },
    finding: {
      nothing: 'Nothing was measured in this time.',
      budgetFell:
        'Budget fell from {{from}} to {{to}} on {{date}}; now {{left}}.',
      budgetWent: 'Budget began at {{from}}, with no steep fall; now {{left}}.',
      burn: 'The fastest burn was {{peak}} at {{date}}; now {{now}}.',
      sli_one:
        '{{below}} of {{total}} point lies below the target of {{target}}.',
      sli_other:
        '{{below}} of {{total}} points lie below the target of {{target}}.',
    },
    markers: {
      lane: 'Events on the time axis',
      failed: '{{source}} could not be read',
      mark: '{{title}}, {{at}}',
      folded_one: '{{count}} event from {{from}} to {{to}}',
      folded_other: '{{count}} events from {{from}} to {{to}}',
    },
    months: {
      past: '{{month}}: {{left}}',
      current: '{{month}} so far: {{left}}',
      pastInPart: '{{month}}: {{left}}, {{measured}} measured',
      currentInPart: '{{month}} so far: {{left}}, {{measured}} measured',
      days: '{{measured}} of {{days}} days',
      unknown: '{{month}}: not measured',
    },
    coverage: {
      strip_one: 'Measured {{share}} of the time, with {{count}} gap',
      strip_other: 'Measured {{share}} of the time, with {{count}} gaps',
    },
  },
});

/** Keys and texts of {@link plimsollTranslationRef}. @public */
export type PlimsollMessages =
  typeof plimsollTranslationRef extends TranslationRef<string, infer TMessages>
    ? TMessages
    : never;
