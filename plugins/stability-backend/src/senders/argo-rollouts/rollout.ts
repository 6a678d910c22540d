import { z } from 'zod';
import { instant, name, optionalName, text } from '../payload/fields';

/** What the template of our documentation renders of a Rollout. */
export const rollout = z.object({
  name,
  namespace: name,
  labels: z.record(z.string(), z.string()).nullish(),
  revision: optionalName,
  images: z.array(z.string()).nullish(),
  phase: optionalName,
  message: text,
  abort: z.boolean().nullish(),
  abortedAt: instant.nullish(),
  currentPodHash: optionalName,
  stableRS: optionalName,
  /** `status.canary`: its weights are percents of the traffic. */
  canary: z
    .object({
      weights: z
        .object({
          canary: z.object({ weight: z.number().min(0).max(100) }).nullish(),
        })
        .nullish(),
    })
    .nullish(),
  /** `spec.strategy`: what the canary is to do, step by step. */
  strategy: z
    .object({
      canary: z
        .object({
          steps: z
            .array(
              z.object({ setWeight: z.number().min(0).max(100).nullish() }),
            )
            .nullish(),
        })
        .nullish(),
    })
    .nullish(),
  currentStepIndex: z.number().int().min(0).nullish(),
  conditions: z
    .array(
      z.object({
        type: name,
        status: optionalName,
        reason: optionalName,
        lastUpdateTime: instant.nullish(),
        lastTransitionTime: instant.nullish(),
      }),
    )
    .nullish(),
  /** Since Argo Rollouts 1.10. */
  duration: z
    .object({
      rolloutStartedAt: instant.nullish(),
      finishedAt: instant.nullish(),
      completionStatus: optionalName,
    })
    .nullish(),
});

/** @see rollout */
export type Rollout = z.output<typeof rollout>;
