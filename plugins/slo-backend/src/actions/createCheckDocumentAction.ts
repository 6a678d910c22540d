import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { Doctor } from '../doctor/Doctor';

/** Registers `check-document`. */
export function createCheckDocumentAction(options: {
  actionsRegistry: ActionsRegistryService;
  doctor: Doctor;
}): void {
  const { actionsRegistry, doctor } = options;
  actionsRegistry.register({
    name: 'check-document',
    title: 'Check an OpenSLO document',
    description: `Checks OpenSLO documents (SLO, SLI) before they are put into the catalog: they are read, their queries understood, and the metrics source is asked whether the series are there.
Use it while writing or reviewing an SLO. Each finding has its place, what is wrong and how to mend it; mend errors first, then check again.
No finding of severity error means that the document will be measured.`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          yaml: z
            .string()
            .describe('One or several OpenSLO v1 documents, with --- between'),
        }),
      output: z =>
        z.object({
          findings: z.array(
            z.object({
              severity: z.enum(['error', 'warning', 'info']),
              document: z.string(),
              path: z.string().describe('JSON path in the document'),
              message: z.string().describe('What is wrong'),
              fix: z.string().describe('How to mend it'),
            }),
          ),
          objectives: z.number().describe('Objectives in the documents'),
          asked: z
            .number()
            .describe('Objectives whose metrics source was asked'),
        }),
    },
    action: async ({ input, credentials }) => {
      const { findings, objectives, asked } = await doctor.checkText(
        input.yaml,
        { credentials },
      );
      return {
        output: {
          findings: findings.map(
            ({ severity, document, path, message, fix }) => ({
              severity,
              document,
              path,
              message,
              fix,
            }),
          ),
          objectives,
          asked,
        },
      };
    },
  });
}
