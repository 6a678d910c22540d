import { z } from 'zod';

const words = z.record(z.string(), z.string()).nullish();

const instant = z.string().nullish();

const container = z.object({
  name: z.string().default(''),
  image: z.string().default(''),
});

const condition = z.object({
  type: z.string(),
  status: z.string(),
  reason: z.string().nullish(),
  message: z.string().nullish(),
  lastUpdateTime: instant,
  lastTransitionTime: instant,
});

/** What is common to Deployments and Rollouts, as far as it is read. */
export const workloadObject = z.object({
  metadata: z.object({
    name: z.string(),
    namespace: z.string(),
    uid: z.string(),
    creationTimestamp: z.string(),
    generation: z.number().default(0),
    labels: words,
    annotations: words,
  }),
  spec: z.object({
    replicas: z.number().nullish(),
    paused: z.boolean().nullish(),
    template: z
      .object({
        metadata: z.object({ labels: words, annotations: words }).nullish(),
        spec: z.object({ containers: z.array(container).nullish() }).nullish(),
      })
      .nullish(),
    strategy: z
      .object({
        canary: z
          .object({
            steps: z
              .array(z.object({ setWeight: z.number().nullish() }))
              .nullish(),
          })
          .nullish(),
      })
      .nullish(),
  }),
  status: z
    .object({
      // a Rollout writes it as text
      observedGeneration: z.union([z.number(), z.string()]).nullish(),
      replicas: z.number().nullish(),
      updatedReplicas: z.number().nullish(),
      availableReplicas: z.number().nullish(),
      conditions: z.array(condition).nullish(),
      phase: z.string().nullish(),
      message: z.string().nullish(),
      abort: z.boolean().nullish(),
      abortedAt: instant,
      currentPodHash: z.string().nullish(),
      stableRS: z.string().nullish(),
      currentStepIndex: z.number().nullish(),
      canary: z
        .object({
          weights: z
            .object({ canary: z.object({ weight: z.number() }).nullish() })
            .nullish(),
        })
        .nullish(),
      duration: z.object({ completionStatus: z.string().nullish() }).nullish(),
    })
    .nullish(),
});

/** A Deployment or Rollout. */
export type WorkloadObject = z.infer<typeof workloadObject>;

/** One line of its state. */
export type WorkloadCondition = z.infer<typeof condition>;
