import type { UpdatePullRequest } from '@plimsoll/plugin-golden-path-common';
import type { GoldenPathDatabase } from '../../database/GoldenPathDatabase';

interface Row {
  entity_ref: string;
  version: string;
  url: string;
  state: UpdatePullRequest['state'];
  opened_at: number | string;
  opened_by: string;
  written: string | null;
}

/** A pull request, and the service that it is for. */
export interface KeptPullRequest extends UpdatePullRequest {
  entityRef: string;
  /** Version in the lock, looked at since it is merged. */
  written?: string;
}

/** The pull requests that were opened, one for each service and version. */
export class PullRequestStore {
  readonly #database: GoldenPathDatabase;

  static create(options: { database: GoldenPathDatabase }): PullRequestStore {
    return new PullRequestStore(options.database);
  }

  private constructor(database: GoldenPathDatabase) {
    this.#database = database;
  }

  /** Said again, it changes nothing but where and in which state it is. */
  async opened(options: {
    entityRef: string;
    version: string;
    url: string;
    by: string;
    now: number;
  }): Promise<void> {
    const { entityRef, version, url, by, now } = options;
    await this.#database
      .client('update_pull_request')
      .insert({
        entity_ref: entityRef,
        version,
        url,
        state: 'open',
        opened_at: now,
        opened_by: by,
        written: null,
      })
      .onConflict(['entity_ref', 'version'])
      .merge(['url', 'state', 'written']);
  }

  async setState(options: {
    entityRef: string;
    version: string;
    state: UpdatePullRequest['state'];
  }): Promise<void> {
    const { entityRef, version, state } = options;
    await this.#database
      .client('update_pull_request')
      .where({ entity_ref: entityRef, version })
      .update({ state });
  }

  /** Keeps which version the lock says. */
  async setWritten(options: {
    entityRef: string;
    version: string;
    written: string;
  }): Promise<void> {
    const { entityRef, version, written } = options;
    await this.#database
      .client('update_pull_request')
      .where({ entity_ref: entityRef, version })
      .update({ written });
  }

  async find(
    entityRef: string,
    version: string,
  ): Promise<KeptPullRequest | undefined> {
    const row: Row | undefined = await this.#database
      .client('update_pull_request')
      .where({ entity_ref: entityRef, version })
      .first();
    return row && keptOf(row);
  }

  /** All of them, or those that are open. */
  async list(state?: UpdatePullRequest['state']): Promise<KeptPullRequest[]> {
    const rows: Row[] = await this.#database
      .client('update_pull_request')
      .where(state ? { state } : {})
      .select();
    return rows.map(keptOf);
  }
}

function keptOf(row: Row): KeptPullRequest {
  return {
    entityRef: row.entity_ref,
    version: row.version,
    url: row.url,
    state: row.state,
    openedAt: new Date(Number(row.opened_at)).toISOString(),
    openedBy: row.opened_by,
    ...(row.written && { written: row.written }),
  };
}

/** As whoever looks at a service is told. */
export function shownOf({
  entityRef: _,
  written: __,
  ...shown
}: KeptPullRequest): UpdatePullRequest {
  return shown;
}
