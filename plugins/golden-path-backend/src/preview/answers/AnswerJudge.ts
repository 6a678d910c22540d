import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  type AnswerFinding,
  judgeServiceParameters,
} from '@plimsoll/plugin-golden-path-common';
import type { AnswerFacts } from './AnswerFacts';
import type { TakenRepositories } from './TakenRepositories';

/** Fields that have no default: nothing is wrong with them before they are answered. */
const REQUIRED = ['name', 'description', 'owner', 'system', 'repoUrl'];

/** What there is to say about answers that may not be complete. */
export interface JudgedAnswers {
  findings: AnswerFinding[];
  /** Required fields without an answer, and wrong ones: not to be rendered. */
  unusable: string[];
}

/** Judges answers of a form that may be half filled in. */
export class AnswerJudge {
  readonly #facts: AnswerFacts;
  readonly #repositories: TakenRepositories;

  static create(options: {
    facts: AnswerFacts;
    repositories: TakenRepositories;
  }): AnswerJudge {
    return new AnswerJudge(options);
  }

  private constructor(options: {
    facts: AnswerFacts;
    repositories: TakenRepositories;
  }) {
    this.#facts = options.facts;
    this.#repositories = options.repositories;
  }

  async judge(options: {
    answers: Record<string, unknown>;
    credentials: BackstageCredentials;
  }): Promise<JudgedAnswers> {
    const { answers, credentials } = options;
    const open = REQUIRED.filter(field => !isAnswered(answers[field]));
    const alone = judgeServiceParameters(answers).findings.filter(
      ({ field }) => !open.includes(field),
    );
    const wrong = new Set(alone.map(({ field }) => rootOf(field)));
    const sound = Object.fromEntries(
      Object.entries(answers).filter(
        ([field, value]) => isAnswered(value) && !wrong.has(field),
      ),
    );
    const [named, taken, repository] = await Promise.all([
      this.#judgeRefs({ answers: sound, credentials }),
      this.#judgeName({ answers: sound, credentials }),
      this.#repositories.judge(sound),
    ]);
    const { isTaken, findings } = repository;
    return {
      findings: [...alone, ...named, ...taken, ...findings],
      // what is taken cannot be made, but it can be shown
      unusable: [
        ...open,
        ...[...alone, ...named, ...(isTaken ? [] : findings)].map(({ field }) =>
          rootOf(field),
        ),
      ],
    };
  }

  async #judgeRefs(options: {
    answers: Record<string, unknown>;
    credentials: BackstageCredentials;
  }): Promise<AnswerFinding[]> {
    const { answers, credentials } = options;
    const { owner, system, dependsOn } = answers as {
      owner?: string;
      system?: string;
      dependsOn?: string[];
    };
    const named = [
      ...(owner ? [{ field: 'owner', ref: owner }] : []),
      ...(system ? [{ field: 'system', ref: system }] : []),
      ...(dependsOn ?? []).map((ref, index) => ({
        field: `dependsOn.${index}`,
        ref,
      })),
    ];
    const missing = await this.#facts.missing(
      named.map(({ ref }) => ref),
      credentials,
    );
    return named
      .filter(({ ref }) => missing.has(ref))
      .map(({ field, ref }) => ({
        field,
        message: `the catalog has no ${ref}, or you may not see it`,
      }));
  }

  async #judgeName(options: {
    answers: Record<string, unknown>;
    credentials: BackstageCredentials;
  }): Promise<AnswerFinding[]> {
    const { answers, credentials } = options;
    if (typeof answers.name !== 'string') {
      return [];
    }
    const holder = await this.#facts.holderOf(answers.name, credentials);
    if (!holder) {
      return [];
    }
    const { owner, hidden } = holder;
    const whose = hidden
      ? 'which you may not see'
      : `which belongs to ${owner ?? 'nobody'}`;
    return [
      {
        field: 'name',
        message: `the catalog has a service of this name already, ${whose}; choose another name`,
      },
    ];
  }
}

/** 'dependsOn' of 'dependsOn.0' */
export function rootOf(field: string): string {
  return field.split('.', 1)[0];
}

function isAnswered(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}
