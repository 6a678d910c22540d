import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** How `goldenpath:push` is used. */
export const pushExamples: TemplateExample[] = [
  {
    description: 'Fill what an earlier try has left empty',
    example: stringify({
      steps: [
        {
          id: 'push',
          if: "${{ steps.target.output.repository == 'empty' }}",
          action: 'goldenpath:push',
          input: {
            service: '${{ steps.plan.output.service }}',
            message: 'Create the service',
          },
        },
      ],
    }),
  },
];
