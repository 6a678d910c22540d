import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { CostAccess } from './CostAccess';
import { estimateExamples as examples } from './examples/estimateExamples';

/**
 * Asks what a service would cost a month by the rate card, before there is
 * one. It writes nothing, so a dry run asks too.
 *
 * @public
 */
export function createEstimateAction(options: { cost: CostAccess }) {
  const { cost } = options;
  return createTemplateAction({
    id: 'cost:estimate',
    description: "Estimates a service's monthly cost by the rate card",
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        set: z =>
          z
            .string()
            .optional()
            .describe('Named set of the rate card, e.g. fastapi-redis'),
        items: z =>
          z
            .record(z.number().min(0))
            .optional()
            .describe('Items and how many; they replace those of the set'),
      },
      output: {
        monthly: z => z.string().describe('Decimal text'),
        currency: z => z.string().describe('ISO 4217'),
        rateCard: z => z.string().describe('Whose prices they are'),
        asOf: z => z.string().optional().describe('Day of the prices'),
        items: z =>
          z.array(
            z.object({
              name: z.string(),
              title: z.string(),
              quantity: z.number(),
              monthly: z.string(),
            }),
          ),
      },
    },
    async handler(ctx) {
      const { set, items } = ctx.input;
      const estimate = await cost.ask(
        await ctx.getInitiatorCredentials(),
        (api, asked) =>
          api.estimate(
            { ...(set && { set }), ...(items && { items: { ...items } }) },
            asked,
          ),
      );
      const { monthly, currency, rateCard } = estimate;
      ctx.logger.info(
        `${monthly} ${currency} a month by ${rateCard.title}${
          rateCard.asOf ? ` of ${rateCard.asOf}` : ''
        }`,
      );
      ctx.output('monthly', monthly);
      ctx.output('currency', currency);
      ctx.output('rateCard', rateCard.title);
      if (rateCard.asOf) {
        ctx.output('asOf', rateCard.asOf);
      }
      ctx.output(
        'items',
        estimate.items.map(({ name, title, quantity, ...item }) => ({
          name,
          title,
          quantity,
          monthly: item.monthly,
        })),
      );
    },
  });
}
