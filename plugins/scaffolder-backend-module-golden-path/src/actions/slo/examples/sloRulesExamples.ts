import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** How `slo:rules` is used. */
export const sloRulesExamples: TemplateExample[] = [
  {
    description:
      'Write the rules of the objectives below slo/, and their tests, into the chart',
    example: stringify({
      steps: [
        {
          id: 'rules',
          action: 'slo:rules',
          input: { portalUrl: 'https://portal.example' },
        },
      ],
    }),
  },
  {
    description:
      'For a Prometheus with tenants that is scraped every 30 seconds, to other files',
    example: stringify({
      steps: [
        {
          id: 'rules',
          action: 'slo:rules',
          input: {
            paths: ['objectives.yaml'],
            rulesFile: 'prometheus/slo.yaml',
            fleetFile: 'prometheus/fleet.yaml',
            testsFile: 'prometheus/tests/slo.yaml',
            scrapeSeconds: 30,
            matchers: { tenant: 'shop' },
          },
        },
      ],
    }),
  },
];
