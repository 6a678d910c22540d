import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** How `goldenpath:patch-values` is used. */
export const patchValuesExamples: TemplateExample[] = [
  {
    description:
      'Ask for less CPU, and let the autoscaler act at the same load',
    example: stringify({
      steps: [
        {
          action: 'goldenpath:patch-values',
          input: {
            file: 'deploy/values.yaml',
            changes: [
              { path: 'resources.requests.cpu', yaml: '212m' },
              {
                path: 'autoscaling.targetCPUUtilizationPercentage',
                yaml: '80',
              },
            ],
          },
        },
      ],
    }),
  },
  {
    description: 'Add an entry to a mapping and one to a list',
    example: stringify({
      steps: [
        {
          action: 'goldenpath:patch-values',
          input: {
            file: 'deploy/values.yaml',
            changes: [
              { path: 'podLabels', yaml: '{ plimsoll.dev/spot: allowed }' },
              {
                path: 'tolerations',
                yaml: '[{ key: spot, operator: Exists }]',
              },
            ],
          },
        },
      ],
    }),
  },
];
