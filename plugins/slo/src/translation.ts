import {
  createTranslationRef,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';
import { correctionMessages } from './corrections/correctionMessages';
import { doctorMessages } from './doctor/doctorMessages';
import { explanationMessages } from './explanation/explanationMessages';
import { gateMessages } from './gate/gateMessages';
import { trialMessages } from './simulate/trialMessages';
import { originMessages } from './origin/originMessages';
import { rollupMessages } from './rollup/rollupMessages';

/** All words of the SLO pages. @public */
export const sloTranslationRef = createTranslationRef({
  id: 'slo',
  messages: {
    card: {
      title: 'Reliability',
      all: 'All objectives',
      subtitle_one: '{{count}} objective, {{spendable}} with budget to spend',
      subtitle_other:
        '{{count}} objectives, {{spendable}} with budget to spend',
      subtitleAllUnknown_one: '{{count}} objective, unknown now',
      subtitleAllUnknown_other: '{{count}} objectives, all unknown now',
      subtitleUnknown_one:
        '{{count}} objective, {{unknown}} unknown, {{spendable}} with budget to spend',
      subtitleUnknown_other:
        '{{count}} objectives, {{unknown}} unknown, {{spendable}} with budget to spend',
      exhausted: '{{exhausted}} of {{total}} exhausted',
      burning: '{{burning}} of {{total}} burning',
      exhaustedAndBurning:
        '{{exhausted}} of {{total}} exhausted, {{burning}} burning',
      more_one: '{{count}} more objective',
      more_other: '{{count}} more objectives',
      footer: 'Evaluated {{ago}} \u00b7 measured {{coverage}} of the window',
      neverEvaluated: 'Not evaluated yet',
      valueAt: 'at {{time}}',
      burns: 'burns {{rate}} over {{window}}',
    },
    budget: {
      eventsLeft: '{{left}} of {{allowed}} left',
      slicesLeft: '{{left}} of {{allowed}} slices left',
      eventsOver: '{{over}} over the {{allowed}} allowed',
      slicesOver: '{{over}} slices over the {{allowed}} allowed',
      projected: 'projected',
      soFar: '{{share}} so far',
      projectedSoFar: 'projected, {{share}} so far',
      soFarIn: '{{share}} so far, {{window}}',
      noEvents: '0 events',
    },
    window: {
      rolling: '{{duration}}, rolling',
      calendar: '{{period}}, {{zone}}',
      span: '{{from}} to {{to}}',
      minutes_one: '{{count}} minute',
      minutes_other: '{{count}} minutes',
      hours_one: '{{count}} hour',
      hours_other: '{{count}} hours',
      days_one: '{{count}} day',
      days_other: '{{count}} days',
      weeks_one: '{{count}} week',
      weeks_other: '{{count}} weeks',
      months_one: '{{count}} month',
      months_other: '{{count}} months',
      quarters_one: '{{count}} quarter',
      quarters_other: '{{count}} quarters',
      years_one: '{{count}} year',
      years_other: '{{count}} years',
    },
    state: {
      unknownFor: 'Unknown for {{duration}}',
      noDataFor: 'No data for {{duration}}',
      warmingUp: 'Warming up, {{share}}',
    },
    reason: {
      'budget-left': 'Budget is left, and burn is under every threshold.',
      'budget-spent':
        '{{bad}} failed, {{allowed}} may fail: no budget is left in this window.',
      'burn-page':
        'The last {{long}} and the last {{short}} both burn faster than {{factor}}: this pages.',
      'burn-ticket':
        'The last {{long}} and the last {{short}} both burn faster than {{factor}}: this is a ticket.',
      'source-down':
        '{{source}} has not answered since {{since}}. The gap is filled when it is back.',
      'source-downUndated':
        '{{source}} does not answer. The gap is filled when it is back.',
      'not-refreshed':
        'The portal has read no newer values since {{since}}. The service itself is not affected.',
      'source-missing':
        'The document names the source {{source}}, and app-config has none of that name under slo.sources.',
      faulty: '{{message}}',
      faultyAt: '{{path}} {{message}}',
      warning: 'Warning:',
      'series-absent':
        'The source answers, but the series has been absent since {{since}}.',
      'not-evaluated':
        'Nothing has been measured yet. The first measurement comes within a few minutes.',
      'never-measured':
        'The source answers, but the query finds no series. Open Explain behind any figure, and run its query against the source.',
      'too-few-events':
        '{{total}} in {{window}}; {{needed}} are needed for {{target}}.',
      'window-not-covered': '{{measured}} of {{window}} are measured so far.',
      'window-has-gaps':
        'Only {{share}} of {{window}} is measured: too little to say that the budget is kept.',
      'window-excluded':
        'Corrections exclude all of {{window}}, so nothing is left to judge.',
      'not-judged':
        'The numbers could not be worked out. The log of the backend says why: search it for {{objective}}, then correct the document or report the error.',
      'no-events': 'No events in {{window}}; the budget is untouched.',
    },
    page: {
      title: 'SLOs',
      search: 'Search objectives',
      owner: 'Owner',
      anyOwner: 'Any owner',
      system: 'System',
      anySystem: 'Any system',
      within: 'Part of',
      anywhere: 'Anywhere',
      kind: 'Kind',
      anyKind: 'Any kind',
      kinds: {
        ratio: 'Ratio',
        raw: 'Ready-made ratio',
        threshold: 'Threshold',
      },
      sort: 'Order',
      sorts: {
        worst: 'Worst first',
        budget: 'Least budget first',
        '-budget': 'Most budget first',
        '-burn': 'Fastest burn first',
        burn: 'Slowest burn first',
        name: 'By name, A to Z',
        '-name': 'By name, Z to A',
      },
      table: 'Objectives',
      loadLine:
        'The stroke on a bar is the load line, {{share}}. Below it, releases get a warning.',
      evaluated: 'Evaluated {{ago}}',
      noMatch: 'No objective matches',
      noMatchWhy: 'No objective has all of these properties at once.',
      empty: 'No objective yet',
      emptyWhy:
        'Objectives are OpenSLO documents in the repositories of your services. This one would do for a start:',
      pageSize: '{{count}} a page',
    },
    counts: {
      title: 'Objectives in trouble',
      figure: 'of {{total}}',
      filter: 'Filter by state',
      toggle: '{{state}}: {{total}}',
      bar: 'Share of objectives by state',
    },
    column: {
      objective: 'Objective',
      target: 'Target',
      window: 'Window',
      state: 'State',
      budget: 'Budget left',
      trend: '30 days',
      burn: 'Burn, 1 h',
      burnNamed: 'burn {{rate}}',
      burnOver: '{{rate}} over {{window}}',
    },
    conflicts: {
      title_one: '{{count}} name is claimed by several documents',
      title_other: '{{count}} names are claimed by several documents',
      why: 'One document of each name is measured. Rename the others.',
      measured: 'Measured: {{location}}',
      ignored: 'Not measured: {{location}}',
      twice:
        'This file holds the name more than once; its last document is measured: {{location}}',
      more_one: 'and {{count}} more name',
      more_other: 'and {{count}} more names',
    },
    refusals: {
      title_one: 'The catalog refuses {{count}} document',
      title_other: 'The catalog refuses {{count}} documents',
      why: 'What was right before is still measured; what never was right is not.',
      file: 'A file as a whole',
      from: 'In {{location}}',
      more_one: 'and {{count}} more document',
      more_other: 'and {{count}} more documents',
    },
    source: {
      down: '{{source}} has not answered since {{since}}.',
      downUndated: '{{source}} does not answer.',
      kept: 'The last good values stay, greyed and with their age. The gap is filled when it is back.',
    },
    error: {
      objectives: 'The objectives could not be read',
      objective: 'This objective could not be read',
      history: 'The history could not be read',
      explanation: 'The explanation could not be read',
      notFound: 'There is no such objective',
      notFoundWhy:
        'It may have been renamed or removed, or you may not see it. The list above has those that you may see.',
    },
    permission: {
      title: 'You may not see these objectives',
    },
    document: {
      objectives: 'Objectives',
      allOf: 'All objectives of {{service}}',
      noService: 'This SLO measures nothing in the catalog',
      noServiceWhy:
        'Its spec.service must name a Component, System or API. Correct it in the document below.',
      notMeasured: 'Nothing of this document is measured',
      notMeasuredWhy:
        'It is new, or another document of the same name is measured. New documents are taken up within a minute or two.',
      usedBy: 'Used by',
      unused: 'No SLO uses this indicator',
      unusedWhy:
        'An SLO uses it by its name: write indicatorRef: {{name}} into its spec.',
    },
    notConfigured: {
      title: 'No metrics source is set up',
      why_one:
        '{{service}} has {{count}} objective, and nothing to measure it with. An administrator names Prometheus under slo.sources in app-config.',
      why_other:
        '{{service}} has {{count}} objectives, and nothing to measure them with. An administrator names Prometheus under slo.sources in app-config.',
      whyPortal:
        'There is nothing to measure objectives with. An administrator names Prometheus under slo.sources in app-config.',
      setUp: 'Set up in 4 lines',
      config: 'Lines for app-config.yaml',
    },
    empty: {
      title: '{{service}} has no objective yet',
      why: 'Put this into its repository as slo.yaml, and name the file in catalog-info.yaml.',
      document: 'OpenSLO document for {{service}}',
    },
    tile: {
      budget: 'Budget left',
      budgetProjected: 'Budget left, projected',
      measured: 'Measured',
      measuredTarget: 'target {{target}}',
      burn: 'Burn now, {{window}}',
      burnPages: 'pages from {{factor}}',
      burnNone: 'no pair can page',
      exhausted: 'Exhausted',
      exhaustedNow: 'already',
      exhaustedGround: 'no budget left in this window',
      notInSight: 'not in sight',
      atRate: 'at {{rate}} over {{window}}',
      ranAt: '{{window}} ran at {{rate}}',
      notKnown: 'too little is measured',
      coverage: 'Coverage',
      nothingMissing: 'nothing missing',
      nothingMeasured: 'nothing measured',
      soFarOf: 'so far, {{share}} of the window measured',
      overspent: '{{overspent}}: {{units}}',
      missing: '{{duration}} missing',
      missingOn: '{{duration}} missing on {{date}}',
      unknown: 'not known',
      asOf: 'as of {{time}}',
    },
    panel: {
      objectives: 'Objectives of {{service}}',
      promise: '{{target}} good, {{window}}',
      range: 'Range',
      ranges: {
        '7d': '7 d',
        '30d': '30 d',
        '90d': '90 d',
        calendar: 'Calendar',
      },
      customRange: '{{from}} to {{to}}',
      backTo: {
        '7d': 'Back to 7 d',
        '30d': 'Back to 30 d',
        '90d': 'Back to 90 d',
        calendar: 'Back to the window',
      },
      budget: 'Budget left',
      budgetRolling: 'each point looks back over {{window}}',
      budgetSoFar: 'so far; {{share}} of {{window}} is measured',
      budgetCalendar: 'against the expected volume; thin: so far',
      budgetSince: 'since the window began',
      burn: 'Burn rate, 1 h',
      burnNote:
        'the fastest hour of each step, logarithmic; 1\u00d7 spends exactly the budget in {{window}}',
      sli: 'Measured',
      sliNote: 'logarithmic; each line is ten times fewer failures',
      coverage: 'Coverage',
      coverageNote: 'hatched: not measured',
      months: 'Calendar months',
      monthsNote: '{{zone}}, target {{target}}; {{month}} so far',
      monthsKept: '{{kept}} of {{total}} kept',
      monthsKeptAndPart:
        '{{kept}} of {{total}} kept, {{part}} measured in part',
      monthsPart: '{{part}} measured in part',
      document: 'The document',
      documentFrom: 'From {{location}}',
      noHistory: 'Nothing was measured in this range',
      noHistoryNoData:
        'The reason stands above. The lines begin with the first measurement.',
      noHistoryWhy:
        'Choose a longer range, or come back when the source has answered.',
      inconsistent:
        'More good events than events were counted: the two series are out of step.',
    },
    table: {
      raw: 'As measured',
      budget: 'Budget left',
      projected: 'Budget left, projected',
      soFar: 'So far',
      burn: 'Burn rate, 1 h',
      sli: 'Measured',
      bad: 'Failed',
      total: 'Total',
      until: 'Until',
      length: 'Length',
      why: 'Why',
      none: '\u2013',
    },
    gap: {
      'source-down': 'source down',
      'series-absent': 'series absent',
      'not-measured-yet': 'not measured yet',
    },
    ...explanationMessages,
    ...doctorMessages,
    ...correctionMessages,
    ...gateMessages,
    ...trialMessages,
    ...originMessages,
    ...rollupMessages,
  },
});

/** Keys and texts of {@link sloTranslationRef}. */
export type SloMessages = typeof sloTranslationRef extends TranslationRef<
  string,
  infer TMessages
>
  ? TMessages
  : never;
