import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** How `goldenpath:plan` is used. */
export const planExamples: TemplateExample[] = [
  {
    description: 'Plan a service, and write its chart',
    example: stringify({
      steps: [
        {
          id: 'plan',
          action: 'goldenpath:plan',
          input: {
            stack: 'fastapi',
            version: '1.0.0',
            parameters: '${{ parameters }}',
          },
        },
        {
          id: 'chart',
          action: 'fetch:template',
          input: {
            url: './layers/chart',
            targetPath: './chart',
            templateFileExtension: true,
            replace: false,
            values: { service: '${{ steps.plan.output.service }}' },
          },
        },
      ],
    }),
  },
];
