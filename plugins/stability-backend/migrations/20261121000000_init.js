// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client === 'pg';

  await knex.schema.createTable('stability_inbox', table => {
    table.comment('Deliveries as they came: committed before the sender hears');
    table.string('id', 36).primary().comment('UUID v7: newest last');
    table.string('source', 64).notNullable();
    table.string('delivery_key', 255).notNullable();
    table
      .string('body_hash', 64)
      .nullable()
      .comment(
        'SHA-256 of the body, where the id of the sender is not signed: ' +
          'keeps a stolen body from being sent again under another id',
      );
    table.binary('body').notNullable();
    table.text('headers').notNullable().comment('Those that are needed, JSON');
    table.bigInteger('received_at').notNullable().comment('Unix milliseconds');
    table
      .string('state', 16)
      .notNullable()
      .comment('waiting, done, unmatched, dead or ignored');
    table.integer('attempts').notNullable().defaultTo(0);
    table
      .bigInteger('next_attempt_at')
      .notNullable()
      .comment('Unix milliseconds');
    table
      .bigInteger('occurred_at')
      .nullable()
      .comment("Unix milliseconds, by the sender's clock");
    table.text('summary').notNullable().defaultTo('');
    table.text('error').nullable().comment('Why it is where it is');
    table
      .text('identity')
      .notNullable()
      .defaultTo('[]')
      .comment('IdentityHint[][], JSON: one list a happening');
    table
      .text('entity_refs')
      .notNullable()
      .defaultTo('[]')
      .comment('Services that it was matched to, JSON');
    table.unique(['source', 'delivery_key'], {
      indexName: 'stability_inbox_key',
    });
    table.unique(['source', 'body_hash'], {
      indexName: 'stability_inbox_body_key',
    });
    table.index(['state', 'id'], 'stability_inbox_list_idx');
    table.index(['received_at'], 'stability_inbox_received_idx');
    // only what waits, so that it stays small
    table.index(['next_attempt_at', 'id'], 'stability_inbox_waiting_idx', {
      predicate: knex.whereRaw("state = 'waiting'"),
    });
  });
  if (isPostgres) {
    // each delivery is written twice, its body only once: it lies beside the row
    await knex.raw(
      'alter table stability_inbox set (toast_tuple_target = 256)',
    );
  }

  await knex.schema.createTable('stability_mapping_rule', table => {
    table.comment('Which service a sender means, said by a person');
    table.string('id', 36).primary();
    table.string('source', 64).nullable().comment('Null: any');
    table.text('conditions').notNullable().comment('{type, pattern}[], JSON');
    table.string('entity_ref').notNullable();
    table.string('created_by').notNullable();
    table.bigInteger('created_at').notNullable().comment('Unix milliseconds');
  });

  await knex.schema.createTable('stability_door', table => {
    table.comment('What each door last heard');
    table.string('source', 64).primary();
    table
      .bigInteger('last_received_at')
      .nullable()
      .comment('Unix milliseconds');
    table
      .bigInteger('rejected_count')
      .notNullable()
      .defaultTo(0)
      .comment('Since the last good delivery');
    table
      .bigInteger('last_rejected_at')
      .nullable()
      .comment('Unix milliseconds');
  });

  await knex.schema.createTable('stability_poll', table => {
    table.comment('Sources that are asked: one replica at a time');
    table.string('source', 64).primary();
    table.text('state').nullable().comment('Handed to the next call');
    table.bigInteger('due_at').notNullable().comment('Unix milliseconds');
    table.string('lease_owner', 36).nullable();
    table.bigInteger('lease_until').nullable().comment('Unix milliseconds');
    table.bigInteger('last_success_at').nullable().comment('Unix milliseconds');
    table.text('error').nullable();
  });

  await knex.schema.createTable('stability_identity', table => {
    table.comment('Names under which senders know the services of the catalog');
    table.string('type', 32).notNullable();
    table.string('value', 700).notNullable().comment('Lower case');
    table.string('entity_ref').notNullable();
    table.primary(['type', 'value', 'entity_ref']);
    table.index(['entity_ref'], 'stability_identity_entity_idx');
  });

  await knex.schema.createTable('stability_observation', table => {
    table.comment('What was reported about a service: the ground of all facts');
    table.string('id', 700).notNullable();
    table
      .string('entity_ref')
      .notNullable()
      .comment('One event may touch several services: a row each');
    table
      .string('kind', 16)
      .notNullable()
      .comment('deployment, incident, change');
    table.bigInteger('at').notNullable().comment('Unix milliseconds');
    table.text('content').notNullable().comment('Observation, JSON');
    table.string('content_hash', 64).notNullable();
    table.primary(['id', 'entity_ref']);
    table.index(['entity_ref'], 'stability_observation_entity_idx');
    table.index(['kind', 'at'], 'stability_observation_kind_idx');
  });

  for (const name of ['stability_answer', 'stability_correction']) {
    await knex.schema.createTable(name, table => {
      table.string('id', 700).primary();
      table.string('entity_ref').notNullable();
      table.bigInteger('at').notNullable().comment('Unix milliseconds');
      table.text('content').notNullable().comment('JSON');
      table.index(['entity_ref'], `${name}_entity_idx`);
    });
  }

  await knex.schema.createTable('stability_dirty', table => {
    table.comment('Services whose facts have to be made anew');
    table.string('entity_ref').primary();
    table.bigInteger('since').notNullable().comment('Unix milliseconds');
    table.bigInteger('due_at').notNullable().comment('Unix milliseconds');
    table.index(['due_at'], 'stability_dirty_due_idx');
  });

  await knex.schema.createTable('stability_deployment', table => {
    table.comment('Deployments, as the observations of their service say');
    table.string('id', 64).primary();
    table.string('entity_ref').notNullable();
    table.string('environment').notNullable();
    table.boolean('production').notNullable();
    table.string('type', 16).notNullable();
    table.string('state', 16).notNullable();
    table.string('verdict', 16).notNullable();
    table.bigInteger('started_at').notNullable().comment('Unix milliseconds');
    table.bigInteger('finished_at').nullable().comment('Unix milliseconds');
    table.text('content').notNullable().comment('Deployment, JSON');
    table.string('content_hash', 64).notNullable();
    table.index(['entity_ref', 'started_at'], 'stability_deployment_start_idx');
    table.index(
      ['entity_ref', 'finished_at'],
      'stability_deployment_entity_idx',
    );
    table.index(['verdict', 'finished_at'], 'stability_deployment_verdict_idx');
    table.index(['started_at', 'id'], 'stability_deployment_newest_idx');
  });

  await knex.schema.createTable('stability_incident', table => {
    table.comment('Incidents, as the observations of their service say');
    table.string('id', 64).primary();
    table.string('entity_ref').notNullable();
    table.string('state', 16).notNullable();
    table.bigInteger('started_at').notNullable().comment('Unix milliseconds');
    table.bigInteger('resolved_at').nullable().comment('Unix milliseconds');
    table.text('content').notNullable().comment('Incident, JSON');
    table.string('content_hash', 64).notNullable();
    table.index(['entity_ref', 'started_at'], 'stability_incident_entity_idx');
    table.index(['state', 'started_at'], 'stability_incident_state_idx');
    table.index(['started_at', 'id'], 'stability_incident_newest_idx');
  });

  await knex.schema.createTable('stability_metric', table => {
    table.comment('Metrics of each service, as lists read and sort them');
    table.string('entity_ref').notNullable();
    table.integer('window_days').notNullable();
    table.double('change_failure_rate').nullable();
    table.double('recovery_seconds').nullable();
    table.double('per_week').nullable();
    table.boolean('open_incident').notNullable().defaultTo(false);
    table.bigInteger('changed_at').notNullable().comment('Unix milliseconds');
    table.text('content').notNullable().comment('JSON');
    table.string('content_hash', 64).notNullable();
    table.primary(['entity_ref', 'window_days']);
    table.index(
      ['window_days', 'change_failure_rate', 'entity_ref'],
      'stability_metric_failures_idx',
    );
    table.index(
      ['window_days', 'recovery_seconds', 'entity_ref'],
      'stability_metric_recovery_idx',
    );
    table.index(
      ['window_days', 'per_week', 'entity_ref'],
      'stability_metric_frequency_idx',
    );
    table.index(
      ['window_days', 'changed_at', 'entity_ref'],
      'stability_metric_changed_idx',
    );
  });

  await knex.schema.createTable('stability_facts', table => {
    table.comment('When the facts of each service were made, and fall due');
    table.string('entity_ref').primary();
    table.bigInteger('folded_at').notNullable().comment('Unix milliseconds');
    table.bigInteger('next_due_at').nullable().comment('Unix milliseconds');
    table.string('facts_hash', 64).notNullable();
    table
      .bigInteger('budget_due_at')
      .nullable()
      .comment('Unix milliseconds: when the SLO plugin is asked next');
    table.bigInteger('budget_asked_at').nullable().comment('Unix milliseconds');
    table.index(['budget_due_at'], 'stability_facts_budget_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const name of [
    'facts',
    'metric',
    'incident',
    'deployment',
    'dirty',
    'correction',
    'answer',
    'observation',
    'identity',
    'poll',
    'door',
    'mapping_rule',
    'inbox',
  ]) {
    await knex.schema.dropTable(`stability_${name}`);
  }
};
