// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('slo_objective', table => {
    table.comment('Objectives as the catalog states them, references resolved');
    table.increments('id').primary();
    table.string('ref').notNullable().comment('Ref of the SLO entity');
    table.string('objective').notNullable();
    table.string('entity_ref').notNullable().comment('The service');
    table.string('display_name').notNullable();
    table.string('search_text', 1024).notNullable().comment('Lower case');
    table.string('indicator_kind').notNullable();
    table.string('source').notNullable();
    table.text('definition').notNullable().comment('ObjectiveDefinition, JSON');
    table.text('document').notNullable().comment('The OpenSLO document, JSON');
    table.text('location').nullable();
    table.text('faults').notNullable().comment('Fault[], JSON');
    table.string('definition_hash').notNullable();
    table
      .bigInteger('measured_hash_from')
      .notNullable()
      .comment('Unix seconds since when this definition is measured');
    table
      .bigInteger('removed_at')
      .nullable()
      .comment('Unix seconds; the ledger outlives a removed document for a while');
    table
      .bigInteger('due_at')
      .notNullable()
      .comment('Unix seconds of the next evaluation');
    table.string('lease_owner').nullable();
    table.bigInteger('lease_until').nullable().comment('Unix seconds');
    table
      .bigInteger('backfilled_from')
      .nullable()
      .comment('Unix seconds back to which history was asked for');
    table.unique(['ref', 'objective'], { indexName: 'slo_objective_key' });
    table.index(['entity_ref'], 'slo_objective_entity_idx');
    table.index(['source', 'due_at'], 'slo_objective_due_idx');
  });

  await knex.schema.createTable('slo_status', table => {
    table.comment('Last evaluation of each objective: what lists read');
    table
      .integer('objective_id')
      .primary()
      .references('id')
      .inTable('slo_objective')
      .onDelete('CASCADE');
    table.string('state').notNullable();
    table.integer('state_rank').notNullable().comment('0 is worst');
    table.double('remaining').nullable();
    table.double('burn_1h').nullable();
    table
      .text('payload')
      .notNullable()
      .comment('ObjectiveStatus without what the catalog knows, JSON');
    table.bigInteger('evaluated_at').nullable().comment('Unix seconds');
    table.bigInteger('data_up_to').nullable().comment('Unix seconds');
    table.bigInteger('changed_at').notNullable().comment('Unix milliseconds');
    table.index(['state_rank', 'remaining'], 'slo_status_worst_idx');
    table.index(['changed_at'], 'slo_status_changed_idx');
  });

  await knex.schema.createTable('slo_ledger', table => {
    table.comment('Bad and total units, packed: a row an objective and day');
    table.integer('objective_id').notNullable();
    table
      .bigInteger('start')
      .notNullable()
      .comment('Unix seconds of the first cell');
    table.bigInteger('end').notNullable().comment('Unix seconds, exclusive');
    table.integer('step').notNullable().comment('Seconds of a cell');
    table.double('bad').notNullable().comment('Sum of the cells');
    table.double('total').notNullable();
    table.bigInteger('covered_seconds').notNullable();
    table.binary('cells').notNullable();
    table.primary(['objective_id', 'start']);
  });

  await knex.schema.createTable('slo_source', table => {
    table.comment('Health of each metrics source, as last seen by any replica');
    table.string('name').primary();
    table.string('type').notNullable();
    table.boolean('demo').notNullable();
    table.boolean('up').notNullable();
    table.bigInteger('last_answer_at').nullable().comment('Unix milliseconds');
    table.bigInteger('down_since').nullable().comment('Unix milliseconds');
    table.text('error').nullable();
    table.double('last_duration_ms').nullable();
  });

  await knex.schema.createTable('slo_source_gap', table => {
    table.comment('Stretches in which a source did not answer');
    table.increments('id').primary();
    table.string('source').notNullable();
    table.bigInteger('start').notNullable().comment('Unix seconds');
    table.bigInteger('end').nullable().comment('Unix seconds; null while down');
    table.index(['source', 'start'], 'slo_source_gap_idx');
  });

  await knex.schema.createTable('slo_conflict', table => {
    table.comment('Documents that claim a name another document has');
    table.string('entity_ref').notNullable();
    table.string('ignored_location', 700).notNullable();
    table.string('kept_location', 700).notNullable();
    table.bigInteger('seen_at').notNullable().comment('Unix milliseconds');
    table.primary(['entity_ref', 'ignored_location']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('slo_conflict');
  await knex.schema.dropTable('slo_source_gap');
  await knex.schema.dropTable('slo_source');
  await knex.schema.dropTable('slo_ledger');
  await knex.schema.dropTable('slo_status');
  await knex.schema.dropTable('slo_objective');
};
