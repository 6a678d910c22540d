import type { LensName } from '@plimsoll/plugin-service-health-common';
import { applyServiceScope, type ServiceScope } from '@plimsoll/service-index';
import type { Knex } from 'knex';

const TYPES = {
  text: 'varchar(255)',
  number: 'double precision',
  integer: 'bigint',
} as const;

/**
 * Columns of `service_summary as s` as the caller may see them: what a lens
 * does not show is null, in orders, filters and sums alike.
 */
export class LensColumns {
  readonly #scopes: Record<LensName, ServiceScope>;

  /** @param options.scopes - of each lens; `none` also where it never answered */
  static create(options: {
    scopes: Record<LensName, ServiceScope>;
  }): LensColumns {
    return new LensColumns(options.scopes);
  }

  private constructor(scopes: Record<LensName, ServiceScope>) {
    this.#scopes = scopes;
  }

  /** An SQL expression; it needs {@link LensColumns.join}. */
  sql(
    lens: LensName,
    column: string,
    type: keyof typeof TYPES = 'number',
  ): string {
    switch (this.#scopes[lens].kind) {
      case 'all':
        return `s.${column}`;
      case 'none':
        return `cast(null as ${TYPES[type]})`;
      default:
        return `case when ${lens}_seen.entity_ref is not null then s.${column} end`;
    }
  }

  /** Brings what the expressions of narrowed lenses ask for. */
  join(query: Knex.QueryBuilder, client: Knex): void {
    for (const [lens, scope] of Object.entries(this.#scopes)) {
      if (scope.kind === 'some') {
        const seen = client('service_summary as v').select('v.entity_ref');
        applyServiceScope(seen, { scope, column: 'v.entity_ref' });
        query.leftJoin(
          seen.as(`${lens}_seen`),
          `${lens}_seen.entity_ref`,
          's.entity_ref',
        );
      }
    }
  }
}
