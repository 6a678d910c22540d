import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** How `goldenpath:find-repository` is used. */
export const findRepositoryExamples: TemplateExample[] = [
  {
    description: 'Find where the values of a chart are kept',
    example: stringify({
      steps: [
        {
          id: 'repository',
          action: 'goldenpath:find-repository',
          input: {
            entityRef: 'component:default/checkout',
            file: 'deploy/values.yaml',
          },
        },
        {
          id: 'fetch',
          if: "${{ steps.repository.output.type != 'none' }}",
          action: 'fetch:plain:file',
          input: {
            url: '${{ steps.repository.output.fileUrl }}',
            targetPath: '${{ steps.repository.output.file }}',
          },
        },
      ],
    }),
  },
];
