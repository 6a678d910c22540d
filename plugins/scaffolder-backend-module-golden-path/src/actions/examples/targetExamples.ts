import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** How `goldenpath:target` is used. */
export const targetExamples: TemplateExample[] = [
  {
    description: 'Publish only what is not there yet',
    example: stringify({
      steps: [
        {
          id: 'target',
          action: 'goldenpath:target',
          input: {
            service: '${{ steps.plan.output.service }}',
            answers: '${{ steps.plan.output.answers }}',
          },
        },
        {
          id: 'publish',
          if: "${{ steps.target.output.repository == 'missing' }}",
          action: 'publish:gitea',
          input: {
            repoUrl: '${{ steps.plan.output.service.repository.repoUrl }}',
            description: '${{ steps.plan.output.service.description }}',
            defaultBranch: 'main',
          },
        },
      ],
    }),
  },
];
