import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { CostService } from '../service/CostService';

const PAGE_SIZE = 20;

/** Registers `list-savings`. */
export function createListSavingsAction(options: {
  actionsRegistry: ActionsRegistryService;
  cost: CostService;
}): void {
  const { actionsRegistry, cost } = options;
  actionsRegistry.register({
    name: 'list-savings',
    title: 'List what would save money',
    description: `Lists changes that would save money, in the order in which they are to be applied, ${PAGE_SIZE} a page: what each really brings a month after all before it, its evidence and risk, and whether the error budget holds it back.
Use it to answer "how can this become cheaper". Never advise one that is held back. The sum of all never exceeds the cost.`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .optional()
            .describe(
              'Ref of a service, system, domain or group, e.g. "component:default/checkout"',
            ),
          cursor: z.string().optional().describe('nextCursor of the last page'),
        }),
      output: z =>
        z.object({
          currency: z.string(),
          realisable: z.string(),
          foundAt: z
            .string()
            .optional()
            .describe(
              'When savings were last worked out. Without it nobody knows yet, and none does not mean nothing',
            ),
          savings: z.array(
            z.object({
              id: z.string(),
              entityRef: z.string().optional(),
              kind: z.string(),
              title: z.string(),
              realisable: z.string(),
              risk: z.string(),
              heldBack: z.string().optional(),
              objective: z
                .string()
                .optional()
                .describe(
                  'Whose error budget lets it through or holds it back',
                ),
              evidence: z.array(
                z.object({ name: z.string(), value: z.string() }),
              ),
              appliedAt: z.string().optional(),
            }),
          ),
          totalSavings: z.number(),
          nextCursor: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      const page = await cost.listSavings(
        { ...input, limit: PAGE_SIZE },
        { credentials },
      );
      return {
        output: {
          currency: page.currency,
          realisable: page.realisable,
          foundAt: page.foundAt,
          savings: page.items.map(saving => ({
            id: saving.id,
            entityRef: saving.entityRef,
            kind: saving.kind,
            title: saving.title,
            realisable: saving.realisable,
            risk: saving.risk,
            heldBack:
              saving.guard.state === 'held-back'
                ? saving.guard.reason
                : undefined,
            objective:
              saving.guard.state === 'none'
                ? undefined
                : saving.guard.objective,
            evidence: saving.evidence,
            appliedAt: saving.applied?.at,
          })),
          totalSavings: page.totalItems,
          nextCursor: page.pageInfo.nextCursor,
        },
      };
    },
  });
}
