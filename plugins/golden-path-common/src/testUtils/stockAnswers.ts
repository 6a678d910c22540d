import type { ServiceAnswers } from '../parameters/serviceParameters';

/**
 * What somebody types who leaves everything else as the form has it.
 *
 * @public
 */
export function stockAnswers(
  answers: Partial<ServiceAnswers> = {},
): ServiceAnswers {
  return {
    name: 'gift-cards',
    description: 'Sells gift cards and keeps what is left on them',
    owner: 'group:default/loyalty',
    system: 'system:default/purchase',
    email: 'loyalty@shopkart.example',
    repoUrl: 'github.com?owner=shopkart&repo=gift-cards',
    ...answers,
  };
}
