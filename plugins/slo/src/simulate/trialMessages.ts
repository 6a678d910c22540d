/** Words of the view that tries targets. */
export const trialMessages = {
  trial: {
    open: 'Try a target',
    title: 'What if',
    close: 'Close',
    field: 'Target, %',
    slider: 'Target',
    presets: 'Usual targets',
    neverLeft:
      'With {{target}} you would not have been paged in {{span}}, and have {{share}} of the budget left.',
    neverOver:
      'With {{target}} you would not have been paged in {{span}}, and be at {{share}}.',
    neverUnknown: 'With {{target}} you would not have been paged in {{span}}.',
    rangeLeft:
      'With {{target}} you would have been paged {{least}} to {{most}} times in {{span}}, and have {{share}} of the budget left.',
    rangeOver:
      'With {{target}} you would have been paged {{least}} to {{most}} times in {{span}}, and be at {{share}}.',
    rangeUnknown:
      'With {{target}} you would have been paged {{least}} to {{most}} times in {{span}}.',
    left_one:
      'With {{target}} you would have been paged once in {{span}}, and have {{share}} of the budget left.',
    left_other:
      'With {{target}} you would have been paged {{count}} times in {{span}}, and have {{share}} of the budget left.',
    over_one:
      'With {{target}} you would have been paged once in {{span}}, and be at {{share}}.',
    over_other:
      'With {{target}} you would have been paged {{count}} times in {{span}}, and be at {{share}}.',
    unknown_one: 'With {{target}} you would have been paged once in {{span}}.',
    unknown_other:
      'With {{target}} you would have been paged {{count}} times in {{span}}.',
    perhaps_one:
      'It may have been one page more: what is kept of that time is too coarse to tell.',
    perhaps_other:
      'It may have been up to {{count}} pages more: what is kept of that time is too coarse to tell.',
    tooFew:
      'There are too few events for {{target}}: not a single one might fail in {{window}}, so the budget says nothing.',
    notCovered:
      'Only {{share}} of {{window}} is measured: the budget speaks for that part.',
    table: 'Targets and what they would have meant',
    columnTarget: 'Target',
    columnBudget: 'Budget left now',
    columnPages: 'Pages',
    columnTickets: 'Tickets',
    columnExhausted: 'Time without budget',
    columnOutage: 'Full outage allowed in 30 days',
    promised: 'now',
    written: 'as written',
    atMost: '{{least}} to {{most}}',
    never: 'none',
    noNumber: '\u2013',
    judged:
      'The time without budget is out of {{duration}}: before, too little of the window is measured to judge it.',
    basisLedger:
      'Replayed from {{from}} to {{to}} from what the portal has measured; {{share}} of it is.',
    basisQuery:
      'Replayed from {{from}} to {{to}}, read from {{source}} just now; {{share}} of it is measured.',
    cutTime:
      '{{source}} needed too long for more: what lies before was not read.',
    cutQueries:
      'It took very many requests to {{source}}: what lies before was not read.',
    replayNone:
      '{{long}} with {{short}} could not be replayed: only sums of 15 minutes are kept of that time.',
    replaySince:
      '{{long}} with {{short}} is replayed since {{since}}: only sums of 15 minutes are kept of the time before.',
    replayCoarse:
      '{{windows}} are looked at every 15 minutes, as far as only such sums are kept: what was shorter may be missing.',
    explain: 'How this is worked out',
    explainTitle: 'Why, with {{target}}',
    explainBudget: 'Budget left',
    explainAlerts: 'What pages and what gives a ticket',
    explainPage: 'page',
    explainTicket: 'ticket',
    explainPair:
      '{{long}} and {{short}} both burn faster than {{factor}} ({{severity}})',
    explainLeast: 'And at least {{least}} units of the long window are bad.',
    explainTwice: 'An alert that ends and begins again counts twice.',
    explainDetect:
      'The smallest share of failures that pages when it lasts: {{share}}.',
    explainDetectNone: 'No share of failures would page, not even an outage.',
    explainRefused:
      '{{long}} with {{short}} is left out: for this target it could never fire, or it says nothing in this window.',
    explainEpisodes: 'When it would have gone off',
    explainEpisode: '{{severity}}, {{from}}, for {{duration}}',
    explainEpisodeOn: '{{severity}}, {{from}}, still on',
    explainNoEpisode: 'Never in this span.',
    loading: 'The past is being replayed',
    failed: 'The target could not be tried',
    refused: 'You may not try targets here',
    empty: 'Nothing was measured yet',
    emptyWhy:
      'A target can be tried as soon as the first day is measured. Until then the source can be asked: paste the document on the page of all objectives.',
    document: 'Try a document that is not in the catalog',
    documentWhy:
      'Paste an OpenSLO document. It is checked, and its metrics source is asked what its targets would have meant in the last 30 days. Nothing is kept.',
    documentField: 'OpenSLO document, YAML',
    documentExample: 'Use an example',
    documentSend: 'Check and try',
    documentSending:
      'The source is being asked; this takes up to half a minute.',
    documentRefused: 'You may not check documents',
    documentFailed: 'The document could not be tried',
    documentNothing: 'The source has nothing of this objective',
    documentNothingWhy:
      'Its queries were answered without any series in the last 30 days. Look at the names and labels in them.',
  },
} as const;
