import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** How `goldenpath:update` is used. */
export const updateExamples: TemplateExample[] = [
  {
    description: 'Bring a service to the newest version of its template',
    example: stringify({
      steps: [
        {
          id: 'update',
          name: 'Merge the template and open a pull request',
          action: 'goldenpath:update',
          input: { entityRef: 'component:default/gift-cards' },
        },
      ],
    }),
  },
];
