/** Words of views that have no figures to show. */
export const emptyMessages = {
  error: {
    service: 'The cost could not be read',
    explanation: 'The explanation could not be read',
    deployments: 'The deployments could not be read',
    savings: 'The savings could not be read',
    services: 'The services could not be read',
    overview: 'The totals could not be read',
    anomalies: 'The anomalies could not be read',
    unmapped: 'The unmapped cost could not be read',
    preview: 'The preview could not be read',
    catalog: 'The catalog could not be asked what stands there already',
    quality: 'The data quality could not be read',
    restatements: 'The restatements could not be read',
    saved: 'This could not be saved. Nothing has changed; try again.',
    notAllowed: 'You may not do this. It needs {{permission}}.',
  },
  notConfigured: {
    title: 'The cost backend is not installed',
    why: 'Nothing answers at /api/cost. An administrator adds the backend to the portal.',
    setUp: 'Set up in 2 lines',
    config: 'Lines for packages/backend',
    source: 'No bill is set up',
    sourceWhy:
      'An administrator names a folder or bucket of FOCUS files, or an OpenCost server, under cost.sources in app-config.',
    setUpSource: 'Set up in 5 lines',
    sourceConfig: 'Lines for app-config.yaml',
  },
  empty: {
    noBill: 'No bill has arrived yet',
    noBillWhy:
      'A source is set up, and nothing complete has been read from it. Data quality says what it waits for.',
    unmapped: 'Nothing on the bill names {{service}}',
    unmappedSince: 'Nothing on the bill has named {{service}} since {{day}}',
    sharedAlone:
      'Its part of shared pools is {{amount}}; no charge is its own.',
    unmappedWhy:
      'Name its resources in catalog-info.yaml by a tag that they carry. Its cost appears with the next reading of the catalog, also for months that are over.',
    annotation: 'Annotation for {{service}}',
    copyAnnotation: 'Copy annotation',
    orTag: 'Or tag its resources, from the next bill on:',
    tag: 'Tag for the resources of {{service}}',
    copyTag: 'Copy tag',
    unknown: 'There is no cost of {{service}} that you may see',
    unknownWhy:
      'A new service appears within five minutes, a group of services once one of theirs has a cost that you may see. If it is neither new nor without cost, you may not see what it costs: ask for the permission cost.read.',
    otherCurrency: '{{service}} costs in {{currencies}}',
    otherCurrencyWhy:
      'The bill has nothing of it in {{currency}}, and sums of currencies are never added.',
    showCurrency: 'Show {{currency}}',
    noPage: 'There is no such page',
    noPageWhy:
      'Below Cost there are services, savings, unmapped cost and data quality.',
    toServices: 'See what services cost',
    wizard: 'See what no service owns',
  },
} as const;
