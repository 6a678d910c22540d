/** Words of corrections: time that is excluded from budgets, with a reason. */
export const correctionMessages = {
  correction: {
    title: 'Corrections',
    why: 'Time that is not judged, and who said so',
    create: 'Exclude time',
    none: 'Nothing is excluded. Planned work that would spend the budget can be, with a reason.',
    failed: 'The corrections could not be read',
    span: '{{from}} to {{to}}, {{duration}}',
    ofSlices: 'takes out {{from}} to {{to}}, in whole slices',
    ofObjective: 'this objective',
    ofService: 'all objectives of {{service}}',
    by: 'Excluded by {{who}}',
    undo: 'Undo',
    undoOf: 'Undo the correction from {{from}}',
    undoneBy: 'Undone by {{who}}',
    undoTitle: 'Undo this correction?',
    undoSave: 'Undo correction',
    undoWhat:
      'What was measured from {{from}} to {{to}} counts again. The correction stays listed as undone.',
    dialogTitle: 'Exclude time from the budget',
    dialogWhat:
      'For planned work. Neither failures nor events of that time are judged; what was measured is kept and shown beside it.',
    from: 'From',
    to: 'To',
    scope: 'For',
    scopeObjective: 'This objective, {{objective}}',
    scopeService: 'All objectives of {{service}}',
    reason: 'Reason',
    reasonHint: '10 to 500 characters, so that a colleague can agree',
    excludes:
      'Excludes {{from}} to {{to}}, {{duration}}: whole quarter hours, since the ledger keeps no finer ones.',
    excludesSlices:
      'Excludes {{from}} to {{to}}, {{duration}}: whole slices of {{slice}}, since each is judged by all of its time.',
    excludesOfSlices:
      'Where slices of time are counted, each slice that it touches goes whole.',
    public:
      'Your name and reason stand beside every figure that this changes, and in the audit log. Alert rules in Prometheus are not corrected: they go on as they are.',
    save: 'Exclude this time',
    cancel: 'Cancel',
    soon: 'Saved. Figures follow within a minute.',
    notAllowed: 'You may not do this. It needs {{permission}}.',
    notSaved:
      'It is not known whether this was saved. Look at the list, then try again.',
    refused: 'This was refused: {{message}}',
    faults: {
      'not-an-instant': 'Give a date and a time.',
      'not-before-end': 'The end must come after the beginning.',
      'too-long': 'One correction is at most 90 days long.',
      'too-old':
        'Only the last 400 days can be corrected: of older ones the ledger keeps whole days.',
      'too-far-ahead': 'Time can be excluded up to 30 days ahead.',
      'too-short-reason': 'Give at least 10 characters.',
      'too-long-reason': 'Give at most 500 characters.',
    },
    raw: '{{value}} as measured',
  },
} as const;
