import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type {
  IdentityHint,
  MappingRule,
  MappingRulePreview,
  NewMappingRule,
} from '@plimsoll/plugin-stability-common';
import type { StabilityDatabase } from '../../database/StabilityDatabase';
import { matchesMappingRule } from '../../identity/matchesMappingRule';
import { deliveryId } from '../deliveryId';
import type { InboxRow } from '../InboxRow';
import { LISTED, type ListedRow, toInboxItem } from '../page/toInboxItem';
import { requeueUnmatched } from '../requeue';

/** Unmatched deliveries that are looked at together. */
const PAGE = 1_000;
/** Deliveries that a preview shows. */
const EXAMPLES = 5;
/** More would slow down each delivery; patterns do with fewer. */
const MOST_RULES = 1_000;

interface RuleRow {
  id: string;
  source: string | null;
  conditions: string;
  entity_ref: string;
  created_by: string;
  created_at: number | string;
}

/** @see MappingRules */
export interface MappingRulesOptions {
  database: StabilityDatabase;
  /** Whether the catalog has a service; all are believed by default. */
  isService?: (entityRef: string) => Promise<boolean>;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}

/** What people said about which service a sender means. */
export class MappingRules {
  readonly #database: StabilityDatabase;
  readonly #isService: (entityRef: string) => Promise<boolean>;
  readonly #now: () => number;

  static create(options: MappingRulesOptions): MappingRules {
    return new MappingRules(options);
  }

  private constructor(options: MappingRulesOptions) {
    this.#database = options.database;
    this.#isService = options.isService ?? (async () => true);
    this.#now = options.now ?? Date.now;
  }

  /** All of them, oldest first. */
  async list(): Promise<MappingRule[]> {
    const rows = await this.#database
      .client<RuleRow>('stability_mapping_rule')
      .select('*')
      .orderBy('id');
    return rows.map(toRule);
  }

  /** Which unmatched deliveries a rule would match. */
  async preview(rule: NewMappingRule): Promise<MappingRulePreview> {
    const matching = await this.#matching(await this.#checked(rule));
    return {
      matches: matching.length,
      examples: matching.slice(0, EXAMPLES).map(toInboxItem),
    };
  }

  /**
   * Adds a rule and has what it matches read again.
   *
   * @param createdBy - ref of the person
   * @throws ConflictError when there are too many; InputError when the catalog
   * has no such service
   */
  async add(
    rule: NewMappingRule,
    createdBy: string,
  ): Promise<{ rule: MappingRule; requeued: number }> {
    const { client } = this.#database;
    const { source, when, entityRef } = await this.#checked(rule);
    const [{ count }] = await client('stability_mapping_rule').count({
      count: '*',
    });
    if (Number(count) >= MOST_RULES) {
      throw new ConflictError(
        `There are ${MOST_RULES} mapping rules: remove some, or join them by ` +
          `patterns with *`,
      );
    }
    const now = this.#now();
    const row: RuleRow = {
      id: deliveryId(now),
      source: source ?? null,
      conditions: JSON.stringify(when),
      entity_ref: entityRef,
      created_by: createdBy,
      created_at: now,
    };
    await client<RuleRow>('stability_mapping_rule').insert(row);
    const requeued = await requeueUnmatched({
      client,
      isMeant: ({ source: from, identities }) =>
        identities.some(hints =>
          matchesMappingRule(rule, { source: from, hints }),
        ),
      now,
    });
    return { rule: toRule(row), requeued };
  }

  /**
   * Forgets a rule; what it matched stays.
   *
   * @throws NotFoundError when there is none
   */
  async remove(id: string): Promise<void> {
    const removed = await this.#database
      .client<RuleRow>('stability_mapping_rule')
      .where({ id })
      .delete();
    if (removed === 0) {
      throw new NotFoundError(`There is no mapping rule '${id}'`);
    }
  }

  async #checked(rule: NewMappingRule): Promise<NewMappingRule> {
    const read = checked(rule);
    if (!(await this.#isService(read.entityRef))) {
      throw new InputError(
        `entityRef: the catalog has no component '${read.entityRef}'`,
      );
    }
    return read;
  }

  /** Newest first. */
  async #matching(rule: NewMappingRule): Promise<ListedRow[]> {
    const matching: ListedRow[] = [];
    let cursor: string | undefined;
    for (;;) {
      const query = this.#database
        .client<InboxRow>('stability_inbox')
        .select(...LISTED)
        .where({ state: 'unmatched' })
        .orderBy('id', 'desc')
        .limit(PAGE);
      if (cursor) {
        query.where('id', '<', cursor);
      }
      const rows: ListedRow[] = await query;
      matching.push(...rows.filter(row => isMatch(rule, row)));
      cursor = rows.at(-1)?.id;
      if (rows.length < PAGE) {
        return matching;
      }
    }
  }
}

/** Each happening of a delivery has names of its own. */
function isMatch(rule: NewMappingRule, row: ListedRow): boolean {
  const identities: IdentityHint[][] = JSON.parse(row.identity);
  return identities.some(hints =>
    matchesMappingRule(rule, { source: row.source, hints }),
  );
}

function checked(rule: NewMappingRule): NewMappingRule {
  try {
    const ref = stringifyEntityRef(
      parseEntityRef(rule.entityRef, {
        defaultKind: 'component',
        defaultNamespace: 'default',
      }),
    );
    return { ...rule, entityRef: ref.toLocaleLowerCase('en-US') };
  } catch {
    throw new InputError(
      `entityRef: '${rule.entityRef}' is no entity; write component:default/checkout`,
    );
  }
}

function toRule(row: RuleRow): MappingRule {
  return {
    id: row.id,
    source: row.source ?? undefined,
    when: JSON.parse(row.conditions),
    entityRef: row.entity_ref,
    createdBy: row.created_by,
    createdAt: new Date(Number(row.created_at)).toISOString(),
  };
}
