import {
  DEPLOYMENT_PHASES,
  INCIDENT_PHASES,
} from '@plimsoll/plugin-stability-common';
import { z } from 'zod';
import { instant, name } from '../payload/fields';

const shared = {
  id: name,
  source: name,
  at: instant,
  identity: z.array(z.object({ type: name, value: name })),
};

/** What every draft must say, whatever made it. */
export const observationDraft = z.discriminatedUnion('kind', [
  z.object({
    ...shared,
    kind: z.literal('deployment'),
    runId: name,
    environment: name,
    phase: z.enum(DEPLOYMENT_PHASES),
  }),
  z.object({
    ...shared,
    kind: z.literal('incident'),
    incidentKey: name,
    phase: z.enum(INCIDENT_PHASES),
  }),
  z.object({
    ...shared,
    kind: z.literal('change'),
    sha: name,
    phase: z.undefined(),
  }),
]);
