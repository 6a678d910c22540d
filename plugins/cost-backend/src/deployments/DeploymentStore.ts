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

/** Deployments in `cost_deployment`. */
export class DeploymentStore {
  readonly #client: Knex;

  static create(options: { client: Knex }): DeploymentStore {
    return new DeploymentStore(options.client);
  }

  private constructor(client: Knex) {
    this.#client = client;
  }

  async isEmpty(): Promise<boolean> {
    return (await this.#client('cost_deployment').first('id')) === undefined;
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
