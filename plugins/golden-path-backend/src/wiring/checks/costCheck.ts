import { NotAnswered } from '../NotAnswered';
import { say, step, type WiringCheck } from './WiringCheck';

/** Whether the bill names the service; what is not billed yet is awaited. */
export const costCheck: WiringCheck = async ({ reads, knownSince }) => {
  const cost = await reads.cost().catch(error => {
    if (error instanceof NotAnswered && error.knowsNothing) {
      return undefined;
    }
    throw error;
  });
  if (!cost) {
    // plugins follow the catalog within minutes
    return { state: 'waiting', sentences: [say('cost-unknown-service')] };
  }
  const { state, mapping, proof } = cost;
  switch (state) {
    case 'ok':
    case 'other-currency':
      return {
        state: 'done',
        sentences: [
          say('cost-labelled', {
            value: mapping.value,
            completeTo: proof.completeTo ?? '',
          }),
        ],
      };
    case 'no-bill':
    case 'not-configured':
      return { state: 'not-configured', sentences: [say('cost-no-bill')] };
    default: {
      const since = new Date(knownSince).toISOString().slice(0, 10);
      const isBilled = (proof.completeTo ?? '') > since;
      const tag = mapping.tags.at(0) ?? mapping.annotation;
      const { value } = mapping;
      const label = value.includes('=') ? value : `${tag}=${value}`;
      return isBilled
        ? {
            state: 'missing',
            sentences: [
              say('cost-unmapped', {
                label,
                completeTo: proof.completeTo ?? '',
              }),
            ],
            steps: [step('open-cost')],
          }
        : {
            state: 'waiting',
            sentences: [say('cost-due', { label })],
            ...(proof.dueOn && { dueAt: `${proof.dueOn}T23:59:59.000Z` }),
          };
    }
  }
};
