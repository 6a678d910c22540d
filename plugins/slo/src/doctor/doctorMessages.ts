/** Words of the doctor's card; what it found comes in the backend's words. */
export const doctorMessages = {
  doctor: {
    title: 'Document checks',
    errors_one: '{{count}} error',
    errors_other: '{{count}} errors',
    warnings_one: '{{count}} warning',
    warnings_other: '{{count}} warnings',
    notes_one: '{{count}} note',
    notes_other: '{{count}} notes',
    error: 'Error',
    warning: 'Warning',
    info: 'Note',
    onlyNotes_one: 'Nothing to mend, {{count}} note',
    onlyNotes_other: 'Nothing to mend, {{count}} notes',
    show: 'Show the mend',
    more_one: 'Show {{count}} more',
    more_other: 'Show {{count}} more',
    fine: 'Nothing to mend',
    fineWhy:
      'The documents are read, their queries understood, and every series they ask for is there.',
    fineUnasked:
      'The documents are read and their queries understood. Whether the series are there was not asked.',
    footer_one:
      'Checked {{ago}} \u00b7 {{asked}} of {{count}} objective asked of its source',
    footer_other:
      'Checked {{ago}} \u00b7 {{asked}} of {{count}} objectives asked of their source',
    empty: 'There is no document to check yet',
    emptyWhy:
      'Add an OpenSLO document to the repository and register it in the catalog; it is checked here as soon as it is read.',
    failed: 'The documents could not be checked',
    refused: 'You may not see these checks',
  },
} as const;
