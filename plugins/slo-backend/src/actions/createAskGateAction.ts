import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { Gate } from '../gate/Gate';

/** Registers `ask-release-gate`. */
export function createAskGateAction(options: {
  actionsRegistry: ActionsRegistryService;
  gate: Gate;
}): void {
  const { actionsRegistry, gate } = options;
  actionsRegistry.register({
    name: 'ask-release-gate',
    title: 'Ask whether a service may be released',
    description: `Tells by the error budgets of a service whether a release may go out now: allow, warn or block, each with its reasons.
Use it before a deployment, or to answer "are we frozen". Missing data warns and never blocks.
The decision is written down with who asked.`,
    attributes: { readOnly: false, destructive: false, idempotent: false },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe('Ref of a service, e.g. "component:default/checkout"'),
        }),
      output: z =>
        z.object({
          verdict: z.enum(['allow', 'warn', 'block']),
          reasons: z
            .array(z.string())
            .describe('The strictest first, e.g. "block: ..."'),
          decidedAt: z.string(),
          decision: z.string().describe('Number of the decision'),
        }),
    },
    action: async ({ input, credentials }) => {
      const answer = await gate.ask(input.entityRef, { credentials });
      const { verdict, reasons, decidedAt, decision } = answer;
      return {
        output: {
          verdict,
          reasons: reasons.map(
            reason => `${reason.verdict}: ${reason.message}`,
          ),
          decidedAt,
          decision,
        },
      };
    },
  });
}
