/** Words of objectives that are read off the rules of other tools. */
export const originMessages = {
  origin: {
    name: {
      sloth: 'Sloth',
      pyrra: 'Pyrra',
      grafana: 'Grafana SLO',
    },
    title: {
      sloth: 'Read off Sloth\u2019s rules; it is changed there',
      pyrra: 'Read off Pyrra\u2019s rules; it is changed there',
      grafana: 'Read off the rules of Grafana SLO; it is changed there',
    },
    document: 'As an OpenSLO document',
    documentWhy:
      'This document measures the same series. Put it into the service\u2019s repository to keep the objective in the catalog.',
  },
  existingRules: {
    title_one: '{{count}} SLO of other tools is found and not shown',
    title_other: '{{count}} SLOs of other tools are found and not shown',
    why: 'Nothing is guessed: each needs a label that names its service, and series that can be counted.',
    name: '{{id}} ({{tool}})',
    more_one: 'and {{count}} more',
    more_other: 'and {{count}} more',
    refused: {
      'no-service':
        'No label names its service. Looked for: {{labels}}. Name another one in serviceLabel, or list it under services.',
      'unknown-service':
        'The catalog has no service that {{label}} = {{value}} names. Add a mapping under services, or the entity.',
      'several-services':
        'Its labels name several services: {{services}}. Name the label that counts in serviceLabel.',
      incomplete:
        'The series that says its target or its window is missing in {{source}}.',
      contradictory:
        'Its series in {{source}} say several targets or windows. Name the label that tells them apart in identityLabels.',
      'no-rate':
        'Its rules record no rate and no ratio of five minutes that could be counted.',
      'unusable-target':
        'Its target is {{value}}, which leaves no budget. A target lies between 0 and 1.',
      'unusable-window':
        'Its window is {{seconds}} s. A window is whole minutes, from an hour to 400 days.',
      unreadable: 'It could not be read: {{reason}}',
    },
  },
} as const;
