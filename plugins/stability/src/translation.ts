import {
  createTranslationRef,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';
import { explanationMessages } from './explanation/explanationMessages';
import { figureMessages } from './figures/figureMessages';
import { inboxMessages } from './inbox/inboxMessages';
import { outageMessages } from './outage/outageMessages';
import { tabMessages } from './tab/tabMessages';
import { wordMessages } from './words/wordMessages';

/** All words of the stability pages. @public */
export const stabilityTranslationRef = createTranslationRef({
  id: 'stability',
  messages: {
    card: {
      title: 'Stability',
      all: 'All deployments',
      subtitle: '{{days}} days to now',
      deployments: 'Deployments',
      lead: 'Lead time',
      recovery: 'Recovery',
      rework: 'Rework rate',
      rollback: 'Rollback',
      last: 'Last deployment',
      lastNone: 'none seen',
      incidents: 'Incidents open',
      incidentsNone: 'none',
      incidentsNever: 'none in 90 days',
      incidentOpen: 'open for {{duration}}',
      incidentLast: 'last one {{label}}, {{ago}}, {{duration}}',
      incidentLastPresumed: 'last one {{label}}, {{ago}}, its end was not told',
      computed: 'Brought up to date {{ago}}',
    },
    fleet: {
      title: 'Stability',
      search: 'Search services',
      window: 'Window',
      sort: 'Order',
      sorts: {
        'change-failure-rate': 'Most failed changes first',
        recovery: 'Slowest recovery first',
        frequency: 'Most deployments first',
        name: 'By name, A to Z',
      },
      service: 'Service',
      failed: 'Change failure rate',
      recovery: 'Recovery',
      frequency: 'Deployments',
      lead: 'Lead time',
      last: 'Last deployment',
      incident: 'Incident',
      lastNone: 'none seen',
      incidentNone: 'none open',
      clear: 'Show all services',
      noMatch: 'No service matches',
      noMatchWhy: 'No service that you may see has this name.',
      empty: 'No deployment has been seen yet',
      emptyWhy:
        'Services appear here with their first deployment or incident. Open a door for the tools that deploy.',
      openInbox: 'Open the events inbox',
      ground:
        'Services differ in what they risk: read a row against its own past, not against other rows.',
    },
    age: {
      unknownFor: 'Unknown for {{duration}}',
    },
    error: {
      metrics: 'The stability figures could not be read',
      deployments: 'The deployments could not be read',
      incidents: 'The incidents could not be read',
      explanation: 'The explanation could not be read',
      services: 'The services could not be read',
      environments: 'The environments could not be read',
      inbox: 'The events inbox could not be read',
      delivery: 'This delivery could not be read',
      review: 'The review could not be read. Try again in a minute.',
      saved: 'This could not be saved. Nothing has changed; try again.',
      notAllowed: 'You may not do this. It needs {{permission}}.',
    },
    notConfigured: {
      title: 'The stability backend is not installed',
      why: 'Nothing answers at /api/stability. An administrator adds the backend to the portal.',
      setUp: 'Set up in 2 lines',
      config: 'Lines for packages/backend',
    },
    empty: {
      title: '{{service}} has no deployment yet',
      why: 'Name the service in catalog-info.yaml as your tools name it. Its next deployment then appears here.',
      annotations: 'Annotations for {{service}}',
      orSend: 'Or report a deployment yourself, from any pipeline:',
      command: 'Command that reports a deployment of {{service}}',
      copyAnnotations: 'Copy annotations',
      copyCommand: 'Copy command',
    },
    incomplete: {
      events_one:
        '{{count}} event waits for a mapping, so figures may be too low.',
      events_other:
        '{{count}} events wait for a mapping, so figures may be too low.',
      open: 'Map them',
    },
    ...tabMessages,
    ...wordMessages,
    ...figureMessages,
    ...explanationMessages,
    ...inboxMessages,
    ...outageMessages,
  },
});

/** Keys and texts of {@link stabilityTranslationRef}. */
export type StabilityMessages =
  typeof stabilityTranslationRef extends TranslationRef<string, infer TMessages>
    ? TMessages
    : never;
