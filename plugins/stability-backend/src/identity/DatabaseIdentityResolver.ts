import type { IdentityHint } from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';
import { type DecidingRule, decideIdentity } from './decideIdentity';
import { type IdentityName, IdentityNames } from './IdentityNames';
import type {
  IdentityAnswer,
  IdentityQuestion,
  IdentityResolver,
} from './IdentityResolver';
import { serviceRefOf } from './serviceRefOf';

/** Values per statement: far below the parameter limits of both databases. */
const CHUNK = 400;

interface IdentityRow {
  type: IdentityName['type'];
  value: string;
  entity_ref: string;
}

interface RuleRow {
  source: string | null;
  /** JSON of `MappingRule.when`. */
  conditions: string;
  entity_ref: string;
}

/** Decides by the mirrored annotations of the catalog and the mapping rules. */
export class DatabaseIdentityResolver implements IdentityResolver {
  static create(): DatabaseIdentityResolver {
    return new DatabaseIdentityResolver();
  }

  private constructor() {}

  async resolve(
    options: IdentityQuestion & { trx: Knex },
  ): Promise<IdentityAnswer> {
    const { trx, ...question } = options;
    const [answer] = await this.resolveMany({ questions: [question], trx });
    return answer;
  }

  async resolveMany(options: {
    questions: readonly IdentityQuestion[];
    trx: Knex;
  }): Promise<IdentityAnswer[]> {
    const { questions, trx } = options;
    if (questions.length === 0) {
      return [];
    }
    const hints = questions.flatMap(question => question.hints);
    const names = await readNames(trx, hints);
    const rules = await readRules(trx);
    return questions.map(question =>
      decideIdentity({ question, names, rules }),
    );
  }
}

async function readNames(
  trx: Knex,
  hints: readonly IdentityHint[],
): Promise<IdentityNames> {
  const values = [...new Set(hints.map(hint => lowerCase(hint.value)))];
  const rows = await inChunks(values, chunk =>
    trx<IdentityRow>('stability_identity').whereIn('value', chunk).select(),
  );
  const named = rows.filter(row => row.type !== 'path');
  const repositories = named.filter(row => row.type === 'repository');
  const paths = await inChunks(
    [...new Set(repositories.map(row => row.entity_ref))],
    chunk =>
      trx<IdentityRow>('stability_identity')
        .where('type', 'path')
        .whereIn('entity_ref', chunk)
        .select(),
  );
  const refs = hints.flatMap(({ type, value }) =>
    type === 'service' ? serviceRefOf(lowerCase(value)) ?? [] : [],
  );
  const known = await inChunks([...new Set(refs)], chunk =>
    trx<{ entity_ref: string; kind: string }>('service_index')
      .where('kind', 'component')
      .whereIn('entity_ref', chunk)
      .select('entity_ref'),
  );
  return IdentityNames.create({
    names: [...named, ...paths].map(row => ({
      type: row.type,
      value: row.value,
      entityRef: row.entity_ref,
    })),
    known: known.map(row => row.entity_ref),
  });
}

async function readRules(trx: Knex): Promise<DecidingRule[]> {
  const rows = await trx<RuleRow>('stability_mapping_rule')
    .select('source', 'conditions', 'entity_ref')
    .orderBy('id');
  return rows.map(row => ({
    source: row.source ?? undefined,
    when: JSON.parse(row.conditions),
    entityRef: row.entity_ref,
  }));
}

async function inChunks<T>(
  values: string[],
  read: (chunk: string[]) => PromiseLike<T[]>,
): Promise<T[]> {
  const found: T[] = [];
  for (let start = 0; start < values.length; start += CHUNK) {
    found.push(...(await read(values.slice(start, start + CHUNK))));
  }
  return found;
}

function lowerCase(text: string): string {
  return text.trim().toLocaleLowerCase('en-US');
}
