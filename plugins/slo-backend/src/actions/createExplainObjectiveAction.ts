import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { SloService } from '../service/SloService';
import { objectiveKeySchema, toObjectiveKey } from './objectiveKeySchema';
import { faultLine } from './faultLine';

/** Registers `explain-objective`. */
export function createExplainObjectiveAction(options: {
  actionsRegistry: ActionsRegistryService;
  slo: SloService;
}): void {
  const { actionsRegistry, slo } = options;
  actionsRegistry.register({
    name: 'explain-objective',
    title: 'Explain a service level objective',
    description: `Explains every number of one service level objective (SLO): formula, steps with the real inputs, the queries, what was not measured, and which stretches of time spent the error budget.
Use it to answer "why is the budget gone" or "can this number be trusted". Take ref and objective from list-objectives.`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: objectiveKeySchema,
      output: z =>
        z.object({
          figures: z.array(
            z.object({
              id: z.string().describe('e.g. budget.remaining, burnRate.1h'),
              value: z.number().optional(),
              formula: z.string(),
              steps: z.array(z.string()),
            }),
          ),
          spent: z
            .array(
              z.object({
                from: z.string(),
                to: z.string(),
                bad: z.number(),
                share: z.number().describe("Share of the window's budget"),
              }),
            )
            .describe('The stretches that spent most, largest first'),
          gaps: z
            .array(
              z.object({
                from: z.string(),
                to: z.string(),
                reason: z.string(),
              }),
            )
            .describe('Stretches that were not measured'),
          queries: z.array(
            z.object({
              name: z.string(),
              language: z.string(),
              text: z.string(),
            }),
          ),
          notes: z.array(z.string()).describe('What a reader must know'),
          faults: z.array(z.string()),
          dataUpTo: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      const explanation = await slo.explainObjective(toObjectiveKey(input), {
        credentials,
      });
      return {
        output: {
          figures: explanation.figures.map(({ id, value, formula, steps }) => ({
            id,
            value,
            formula,
            steps,
          })),
          spent: explanation.spent,
          gaps: explanation.read.gaps,
          queries: explanation.queries.map(({ name, language, text }) => ({
            name,
            language,
            text,
          })),
          notes: explanation.notes.map(({ code }) => code),
          faults: explanation.faults.map(faultLine),
          dataUpTo: explanation.read.dataUpTo,
        },
      };
    },
  });
}
