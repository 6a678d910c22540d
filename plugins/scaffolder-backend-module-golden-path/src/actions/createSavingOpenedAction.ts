import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { CostAccess } from './CostAccess';

/**
 * Tells the cost backend that a saving's change is open: from then on the bill
 * is compared with what was promised. A second time changes nothing.
 *
 * @public
 */
export function createSavingOpenedAction(options: { cost: CostAccess }) {
  const { cost } = options;
  return createTemplateAction({
    id: 'cost:saving-opened',
    description:
      "Notes that a saving's change is open, so that the bill is compared with it",
    supportsDryRun: true,
    schema: {
      input: {
        savingId: z => z.string().min(1).describe('Id of the saving'),
      },
      output: {
        promised: z => z.string().optional().describe('A month, decimal text'),
        currency: z => z.string().optional(),
      },
    },
    async handler(ctx) {
      const { savingId } = ctx.input;
      if (ctx.isDryRun) {
        ctx.logger.info(`Would note that ${savingId} is open`);
        return;
      }
      const saving = await cost.ask(
        await ctx.getInitiatorCredentials(),
        (api, asked) => api.markSavingApplied(savingId, asked),
      );
      const promised = saving.applied?.promised ?? saving.realisable;
      ctx.output('promised', promised);
      ctx.output('currency', saving.currency);
      ctx.logger.info(
        `${promised} ${saving.currency} a month are promised; the bill is compared from today on`,
      );
    },
  });
}
