import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** How `goldenpath:lock` is used. */
export const lockExamples: TemplateExample[] = [
  {
    description: 'Write down how a service was made, before it is published',
    example: stringify({
      steps: [
        {
          id: 'lock',
          action: 'goldenpath:lock',
          input: {
            service: '${{ steps.plan.output.service }}',
            answers: '${{ steps.plan.output.answers }}',
          },
        },
      ],
    }),
  },
];
