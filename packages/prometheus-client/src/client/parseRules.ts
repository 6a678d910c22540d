import { z } from 'zod';
import { withoutAddresses } from './withoutAddresses';
import type { ServerRule } from './RulesApi';

const texts = z.record(z.string(), z.string()).optional();

const schema = z.object({
  status: z.literal('success'),
  data: z.object({
    groups: z.array(
      z.object({
        name: z.string(),
        rules: z.array(
          z.object({
            name: z.string(),
            type: z.enum(['alerting', 'recording']),
            labels: texts,
            annotations: texts,
            health: z.string().optional(),
            lastError: z.string().optional(),
            lastEvaluation: z.string().optional(),
          }),
        ),
      }),
    ),
  }),
});

/** Reads the JSON of `/api/v1/rules`; `undefined` when it is no such answer. */
export function parseRules(body: unknown): ServerRule[] | undefined {
  const parsed = schema.safeParse(body);
  return parsed.data?.data.groups.flatMap(group =>
    group.rules.map(rule => ({
      name: rule.name,
      kind: rule.type,
      group: group.name,
      labels: rule.labels ?? {},
      annotations: rule.annotations ?? {},
      health: healthOf(rule.health),
      error: rule.lastError ? withoutAddresses(rule.lastError) : undefined,
      evaluatedAt: evaluationOf(rule.lastEvaluation),
    })),
  );
}

function healthOf(text: string | undefined): ServerRule['health'] {
  return text === 'ok' || text === 'err' ? text : 'unknown';
}

/** Before the first evaluation Prometheus writes the year 1. */
function evaluationOf(text: string | undefined): number | undefined {
  const seconds = Date.parse(text ?? '') / 1_000;
  return seconds > 0 ? seconds : undefined;
}
