import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import type { CostApi } from '@plimsoll/plugin-cost-common';
import type {
  MissingEstimate,
  PreviewEstimate,
} from '@plimsoll/plugin-golden-path-common';

/** Which set of the rate card stands for what a template makes. */
export const RATE_CARD_SET_ANNOTATION = 'plimsoll.dev/rate-card-set';

/** Items of the set that services may share, with commas between them. */
export const RATE_CARD_SHARED_ANNOTATION = 'plimsoll.dev/rate-card-shared';

/**
 * What a service of a template costs a month by the rate card, as the cost
 * backend says. A backend that does not answer is no cost of zero.
 */
export async function estimateOf(options: {
  template: Entity;
  cost: Pick<CostApi, 'estimate'>;
  auth: AuthService;
  credentials: BackstageCredentials;
}): Promise<PreviewEstimate | MissingEstimate> {
  const { template, cost, auth, credentials } = options;
  const annotations = template.metadata.annotations ?? {};
  const set = annotations[RATE_CARD_SET_ANNOTATION];
  if (!set) {
    return { missing: 'no-set' };
  }
  try {
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'cost',
    });
    const whole = await cost.estimate({ set }, { token });
    const names = (annotations[RATE_CARD_SHARED_ANNOTATION] ?? '')
      .split(',')
      .map(name => name.trim());
    const shared = whole.items.filter(({ name }) => names.includes(name));
    const { monthly, currency, rateCard } = whole;
    const items = whole.items.map(item => ({
      name: item.name,
      title: item.title,
      quantity: item.quantity,
      monthly: item.monthly,
    }));
    if (shared.length === 0) {
      return { monthly, currency, rateCard, items };
    }
    const without = Object.fromEntries(shared.map(({ name }) => [name, 0]));
    const rest = await cost.estimate({ set, items: without }, { token });
    return {
      monthly,
      currency,
      rateCard,
      items,
      shared: {
        monthly: rest.monthly,
        items: shared.map(({ title }) => title),
      },
    };
  } catch (error) {
    return {
      missing: 'unanswered',
      ...(isError(error) && { message: saidBy(error) }),
    };
  }
}

/** What the backend says for people; no address of it. */
function saidBy(error: Error): string | undefined {
  const { body } = error as { body?: { error?: { message?: string } } };
  return body?.error?.message;
}
