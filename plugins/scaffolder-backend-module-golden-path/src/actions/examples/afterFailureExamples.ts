import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** How `goldenpath:after-failure` is used. */
export const afterFailureExamples: TemplateExample[] = [
  {
    description: 'Say what exists, as the last step',
    example: stringify({
      steps: [
        {
          id: 'after',
          if: '${{ failure() }}',
          action: 'goldenpath:after-failure',
          input: {
            service: '${{ steps.plan.output.service }}',
            answers: '${{ steps.plan.output.answers }}',
          },
        },
      ],
    }),
  },
];
