import { z } from 'zod/v4';
import { hasDecimals } from '../plan/decimals';
import { PATTERNS } from './patterns';

/** Milliseconds at which every service's histogram has a bucket. @public */
export const LATENCIES_MS = [400, 500, 1000, 2000] as const;

/** Who builds and ships. @public */
export const PIPELINES = ['github', 'gitlab', 'jenkins'] as const;

/** How a new version takes over. @public */
export const STRATEGIES = ['rolling', 'canary', 'blue-green'] as const;

const latency = z.literal([...LATENCIES_MS], {
  error: `must be one of ${LATENCIES_MS.join(', ')} milliseconds`,
});

function text(
  pattern: keyof typeof PATTERNS,
  longest: number,
  sentence: string,
) {
  return z
    .string({ error: sentence })
    .max(longest, { error: `must be no longer than ${longest} characters` })
    .regex(new RegExp(PATTERNS[pattern], 'u'), { error: sentence });
}

function percent(options: { from: number; to: number; decimals: number }) {
  const { from, to, decimals } = options;
  const error = `must be a number from ${from} to ${to} with at most ${decimals} decimals`;
  return z
    .number({ error })
    .min(from, { error })
    .max(to, { error })
    .refine(value => hasDecimals(value, decimals), { error });
}

function replicas(most: number) {
  const error = `must be a whole number from 1 to ${most}`;
  return z.int({ error }).min(1, { error }).max(most, { error });
}

function oneOf<const T extends readonly [string, ...string[]]>(names: T) {
  return z.enum(names, { error: `must be one of ${names.join(', ')}` });
}

function yesOrNo() {
  return z.boolean({ error: 'must be true or false' });
}

/**
 * The answers of the form, with what the form would fill in. Their bounds are
 * those of the pages of the templates, and are judged again here: a form is no
 * boundary.
 *
 * @public
 */
export const serviceParameters = z.object({
  name: text(
    'name',
    40,
    'must be small letters and digits with single dashes between them, from a letter on',
  ).min(3, { error: 'must have at least 3 characters' }),
  description: text(
    'description',
    140,
    'must be one line of text without {{, {%, {#, ${, %{, $( or <%',
  ),
  owner: text(
    'owner',
    140,
    'must be the ref of a group, as group:default/platform',
  ),
  system: text(
    'system',
    140,
    'must be the ref of a system, as system:default/purchase',
  ),
  tier: z.literal([1, 2, 3], { error: 'must be 1, 2 or 3' }).default(2),
  lifecycle: oneOf(['experimental', 'production']).default('experimental'),
  dependsOn: z
    .array(
      text(
        'dependency',
        140,
        'must be the ref of a component, as component:default/session-api',
      ),
      { error: 'must be a list of refs of components' },
    )
    .max(20, { error: 'must be no more than 20 components' })
    .default([]),
  /** Percent of the requests of 30 days. */
  availability: percent({ from: 95, to: 99.99, decimals: 2 }).default(99.9),
  latencyP95Ms: latency.default(500),
  latencyP99Ms: latency.default(1000),
  /** Percent of the requests. */
  errorRatePercent: percent({ from: 0.1, to: 5, decimals: 2 }).default(1),
  pagerdutyService: text(
    'pagerdutyService',
    14,
    'must be the id of a PagerDuty service, as PE63FD5',
  ).optional(),
  slackChannel: text(
    'slackChannel',
    80,
    'must be the name of a Slack channel, as #loyalty',
  ).optional(),
  email: text(
    'email',
    200,
    'must be an e-mail address, as loyalty@shopkart.example',
  ).optional(),
  pipeline: oneOf(PIPELINES).default('github'),
  strategy: oneOf(STRATEGIES).default('canary'),
  minReplicas: replicas(50).default(3),
  maxReplicas: replicas(200).default(10),
  terraform: yesOrNo().default(true),
  chaos: yesOrNo().default(true),
  repoUrl: text(
    'repoUrl',
    400,
    'must be the place of a repository, as github.com?owner=shopkart&repo=gift-cards',
  ),
});

/** The answers of the form, complete. @public */
export type ServiceParameters = z.output<typeof serviceParameters>;

/** The answers of the form as they come: what has a default may be missing. @public */
export type ServiceAnswers = z.input<typeof serviceParameters>;
