import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { AnswerFacts } from './AnswerFacts';

/** What stands for a name that nobody has given yet. */
export const PLACEHOLDER_NAME = 'new-service';

/** Answers that can be rendered. */
export interface FilledAnswers {
  answers: Record<string, unknown>;
  /** Fields that a placeholder stands for. */
  placeholders: string[];
}

/**
 * Puts a placeholder wherever an answer is missing or wrong. What has a
 * default, or may be missing, is left out instead.
 *
 * @param options.fields - required fields without an answer, and all wrong ones
 */
export async function fillAnswers(options: {
  answers: Record<string, unknown>;
  fields: string[];
  /** Host for the repository. */
  host: string;
  facts: AnswerFacts;
  credentials: BackstageCredentials;
}): Promise<FilledAnswers> {
  const { fields, host, facts, credentials } = options;
  const placeholders = [...new Set(fields)].sort();
  const answers = Object.fromEntries(
    Object.entries(options.answers).filter(
      ([field]) => !placeholders.includes(field),
    ),
  );
  const name = answers.name ?? PLACEHOLDER_NAME;
  const stand: Record<string, () => unknown> = {
    name: () => name,
    description: () => 'What it does',
    owner: () => facts.anyGroup(credentials),
    system: () => facts.anySystem(credentials),
    email: () => 'owner@example.com',
    // as low as they may be beside the others
    latencyP99Ms: () => Math.max(1000, Number(answers.latencyP95Ms ?? 0)),
    maxReplicas: () => Math.max(10, Number(answers.minReplicas ?? 0)),
    repoUrl: () => `${host}?owner=organisation&repo=${name}`,
  };
  for (const field of placeholders) {
    const value = await stand[field]?.();
    if (value !== undefined) {
      answers[field] = value;
    }
  }
  return { answers, placeholders };
}
