import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** How `goldenpath:verify` is used. */
export const verifyExamples: TemplateExample[] = [
  {
    description: 'Stop before anything is published that does not work',
    example: stringify({
      steps: [{ id: 'verify', action: 'goldenpath:verify', input: {} }],
      output: {
        text: [
          {
            title: 'What was checked',
            content: '${{ steps.verify.output.summary }}',
          },
        ],
      },
    }),
  },
  {
    description: 'Let warnings stop the task, too',
    example: stringify({
      steps: [
        {
          id: 'verify',
          action: 'goldenpath:verify',
          input: { failOn: 'warning' },
        },
      ],
    }),
  },
];
