import { z } from 'zod';
import { instant, name } from '../payload/fields';

const labels = z.record(z.string(), z.string());

/** One alert of a group. */
export const alert = z.object({
  status: z.enum(['firing', 'resolved']),
  labels,
  annotations: labels.nullish(),
  startsAt: instant,
  // year 1 while it fires
  endsAt: z.string().nullish(),
  generatorURL: z.string().nullish(),
  fingerprint: name,
});

/** @see alert */
export type Alert = z.output<typeof alert>;

/** What Alertmanager's webhook sends, unless a `payload` replaces it. */
export const alertPayload = z.object({
  version: z.literal('4', {
    message:
      "it is not the '4' of Alertmanager's own payload: take the 'payload' " +
      'template out of webhook_configs',
  }),
  groupKey: z.string().nullish(),
  status: z.string().nullish(),
  truncatedAlerts: z.number().nullish(),
  alerts: z.array(alert),
});
