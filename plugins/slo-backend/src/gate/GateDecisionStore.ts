import { readPage } from '@plimsoll/plugin-database';
import type {
  GateDecision,
  GateDecisionsRequest,
  GateVerdict,
  Page,
} from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import {
  applyObjectiveScope,
  type ObjectiveScope,
} from '../permissions/ObjectiveScope';

const DEFAULT_LIMIT = 25;
/** A column holds no more. */
const MAX_SUBJECT = 255;
/** Who asks in a loop is told the same, and that is written down once. */
const SAME_MS = 60_000;
const NEWEST_FIRST = [
  { sql: 'd.id', direction: 'desc', type: 'integer' },
] as const;

interface DecisionRow {
  id: number | string;
  entity_ref: string;
  decided_at: number | string;
  asked_by: string;
  verdict: GateVerdict;
  reasons: string;
}

/** The decisions of the gate, who asked and why it was decided so. */
export class GateDecisionStore {
  readonly #client: Knex;

  static create(options: { client: Knex }): GateDecisionStore {
    return new GateDecisionStore(options.client);
  }

  private constructor(client: Knex) {
    this.#client = client;
  }

  /**
   * Writes a decision down, and gives its number. The same decision to the same
   * subject within a minute has the number of the first one.
   */
  async keep(decision: Omit<GateDecision, 'id'>): Promise<string> {
    const row = {
      entity_ref: decision.entityRef,
      decided_at: Date.parse(decision.decidedAt),
      asked_by: decision.askedBy.slice(0, MAX_SUBJECT),
      verdict: decision.verdict,
      reasons: JSON.stringify(decision.reasons),
    };
    const known = await this.#same(row);
    if (known !== undefined) {
      return known;
    }
    const [written] = await this.#client('slo_gate_decision')
      .insert(row)
      .returning('id');
    return String(written.id);
  }

  async #same({
    decided_at: decidedAt,
    ...same
  }: Omit<DecisionRow, 'id'>): Promise<string | undefined> {
    const [known]: Array<Pick<DecisionRow, 'id'>> = await this.#client(
      'slo_gate_decision',
    )
      .where(same)
      .where('decided_at', '>', Number(decidedAt) - SAME_MS)
      .where('decided_at', '<=', decidedAt)
      .orderBy('id', 'desc')
      .limit(1)
      .select('id');
    return known && String(known.id);
  }

  /**
   * A page of decisions about services that the caller may see, newest first.
   *
   * @throws InputError when the cursor belongs to another list
   */
  async list(options: {
    scope: ObjectiveScope;
    request: GateDecisionsRequest;
  }): Promise<Page<GateDecision>> {
    const { scope, request } = options;
    const { entityRef, limit = DEFAULT_LIMIT, cursor } = request;
    const rows = this.#client('slo_gate_decision as d');
    applyObjectiveScope(rows, { scope, column: 'd.entity_ref' });
    if (entityRef !== undefined) {
      rows.where('d.entity_ref', entityRef.toLocaleLowerCase('en-US'));
    }
    const page = await readPage<DecisionRow>({
      client: this.#client,
      rows,
      list: 'gate decisions',
      terms: NEWEST_FIRST,
      limit,
      cursor,
      select: query =>
        query
          .join('slo_gate_decision as d', 'd.id', 'page.place_0')
          .select('d.*'),
    });
    return { ...page, items: page.items.map(toDecision) };
  }

  /** Forgets what is older, and says how many that were. */
  async forget(options: { before: Date }): Promise<number> {
    return this.#client('slo_gate_decision')
      .where('decided_at', '<', options.before.getTime())
      .delete();
  }
}

function toDecision(row: DecisionRow): GateDecision {
  return {
    id: String(row.id),
    entityRef: row.entity_ref,
    decidedAt: new Date(Number(row.decided_at)).toISOString(),
    askedBy: row.asked_by,
    verdict: row.verdict,
    reasons: JSON.parse(row.reasons),
  };
}
