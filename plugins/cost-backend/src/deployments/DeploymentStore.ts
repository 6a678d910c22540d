import type { Deployment } from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';

/** Rows per statement: far below the parameter limits of both databases. */
const CHUNK = 100;
/** States of a deployment that never took traffic, or no longer counts. */
const NEVER_LIVE: readonly Deployment['state'][] = [
  'failed',
  'aborted',
  'canceled',
  'in-progress',
];

const NAME = 'deployments';

/** How far the first reading of deployments has come. */
export interface ReadingPace {
  /** First, Unix milliseconds. */
  askedAt: number;
  /** How many there were last. */
  count: number;
  /** The stability plugin has told all that it knew. */
  isSettled: boolean;
}

/** Deployments in `cost_deployment`. */
export class DeploymentStore {
  readonly #client: Knex;

  static create(options: { client: Knex }): DeploymentStore {
    return new DeploymentStore(options.client);
  }

  private constructor(client: Knex) {
    this.#client = client;
  }

  /**
   * How far the first reading has come.
   *
   * @param now - Unix milliseconds
   */
  async readPace(now: number): Promise<ReadingPace> {
    const row = await this.#client('cost_poll')
      .where('name', NAME)
      .first('state');
    return row?.state
      ? (JSON.parse(row.state) as ReadingPace)
      : { askedAt: now, count: 0, isSettled: false };
  }

  async keepPace(pace: ReadingPace): Promise<void> {
    await this.#client('cost_poll')
      .insert({
        name: NAME,
        state: JSON.stringify(pace),
      })
      .onConflict('name')
      .merge();
  }

  /**
   * Makes a stretch hold exactly these, of those that brought something.
   *
   * @param options.from - Unix milliseconds
   * @param options.to - Unix milliseconds, exclusive
   * @returns how many were kept
   */
  async replace(options: {
    deployments: readonly Deployment[];
    from: number;
    to: number;
  }): Promise<number> {
    const { from, to } = options;
    const rows = options.deployments.flatMap(toRow);
    await this.#client.transaction(async trx => {
      await trx('cost_deployment')
        .where('finished_at', '>=', from)
        .where('finished_at', '<', to)
        .delete();
      for (let start = 0; start < rows.length; start += CHUNK) {
        await trx('cost_deployment')
          .insert(rows.slice(start, start + CHUNK))
          .onConflict('id')
          .merge();
      }
    });
    return rows.length;
  }
}

function toRow(deployment: Deployment) {
  const { id, entityRef, version, finishedAt, verdict } = deployment;
  return finishedAt === undefined || deployment.type === 'redeploy'
    ? []
    : [
        {
          id,
          entity_ref: entityRef,
          version: version ?? null,
          finished_at: Date.parse(finishedAt),
          verdict: verdict.name,
          live: !NEVER_LIVE.includes(deployment.state),
        },
      ];
}
