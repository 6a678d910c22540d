import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** How `cost:estimate` is used. */
export const estimateExamples: TemplateExample[] = [
  {
    description: 'A service of FastAPI and Redis, with five machines',
    example: stringify({
      steps: [
        {
          id: 'estimate',
          action: 'cost:estimate',
          input: { set: 'fastapi-redis', items: { 'node-t3-medium': 5 } },
        },
      ],
    }),
  },
];
