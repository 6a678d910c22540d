import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** How `slo:check` is used. */
export const sloCheckExamples: TemplateExample[] = [
  {
    description: 'Check the objectives that a template has written',
    example: stringify({
      steps: [{ id: 'check', action: 'slo:check', input: {} }],
    }),
  },
  {
    description: 'Check one file',
    example: stringify({
      steps: [
        { id: 'check', action: 'slo:check', input: { paths: ['slo.yaml'] } },
      ],
    }),
  },
];
