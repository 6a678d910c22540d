import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { ObjectiveKey } from '@plimsoll/plugin-slo-common';
import type { z as Zod } from 'zod/v3';

/** How an action's input names one objective. */
export function objectiveKeySchema(z: typeof Zod) {
  return z.object({
    ref: z
      .string()
      .describe('Ref of the SLO entity, e.g. "slo:default/checkout-latency"'),
    objective: z
      .string()
      .describe('Name of the objective, as list-objectives gives it'),
  });
}

/**
 * The key that an input names.
 *
 * @throws InputError when `ref` is no ref of an SLO
 */
export function toObjectiveKey(input: {
  ref: string;
  objective: string;
}): ObjectiveKey {
  const entity = readRef(input.ref);
  if (entity.kind.toLocaleLowerCase('en-US') !== 'slo') {
    throw new InputError(
      `'${input.ref}' is no SLO; take the ref from list-objectives, for instance slo:default/checkout-latency`,
    );
  }
  return { ref: stringifyEntityRef(entity), objective: input.objective };
}

function readRef(ref: string) {
  try {
    return parseEntityRef(ref, { defaultKind: 'slo' });
  } catch (error) {
    throw new InputError(
      `'${ref}' is no entity ref; write it like slo:default/checkout-latency`,
      error,
    );
  }
}
