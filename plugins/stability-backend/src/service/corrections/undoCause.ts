import { ConflictError } from '@backstage/errors';
import type { Incident } from '@plimsoll/plugin-stability-common';
import { findIncident } from '../incidents/findIncident';
import type { StabilityContext } from '../StabilityContext';
import { correct, type CorrectionAuthor } from './correct';

/**
 * Takes a person's word about what caused an incident back: the rules decide
 * again.
 *
 * @throws NotFoundError when there is none, or none that the author may see
 * @throws NotAllowedError when the author may see but not correct it
 * @throws ConflictError when no person decided about it
 */
export async function undoCause(options: {
  context: StabilityContext;
  author: CorrectionAuthor;
  id: string;
  request: { reason: string };
}): Promise<Incident> {
  const { context, author, id, request } = options;
  return context.client.transaction(async trx => {
    const scope = author.readable;
    const incident = await findIncident({ client: trx, scope, id });
    const { correction, entityRef } = incident;
    if (!correction) {
      throw new ConflictError(
        'The rules decided what caused this incident; there is no word to take back',
      );
    }
    await correct({
      context,
      trx,
      author,
      correction: {
        entityRef,
        runIds: [],
        reason: request.reason,
        change: { type: 'undo', correctionId: correction.id },
      },
    });
    return findIncident({ client: trx, scope, id });
  });
}
