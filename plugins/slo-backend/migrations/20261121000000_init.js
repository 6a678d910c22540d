// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('slo_objective', table => {
    table.comment('Objectives as the catalog states them, references resolved');
    table.increments('id').primary();
    table.string('ref').notNullable().comment('Ref of the SLO entity');
    table.string('objective').notNullable();
    table.string('entity_ref').notNullable().comment('The service');
    table.text('display_name').notNullable();
    table.text('sort_name').notNullable().comment('Lower case');
    table.string('search_text', 1024).notNullable().comment('Lower case');
    table
      .string('indicator_kind')
      .notNullable()
      .comment('Empty where the indicator is missing');
    table.string('source').notNullable();
    table.text('definition').notNullable().comment('ObjectiveDefinition, JSON');
    table.text('document').notNullable().comment('The OpenSLO document, JSON');
    table.text('location').nullable();
    table.text('faults').notNullable().comment('Fault[], JSON');
    table
      .string('definition_hash')
      .notNullable()
      .comment('Names what is measured, see measuredHash');
    table
      .string('content_hash')
      .notNullable()
      .comment('Of all that the catalog states, to see what changed');
    table
      .bigInteger('changed_at')
      .notNullable()
      .comment('Unix milliseconds of the last change by the catalog');
    table
      .bigInteger('removed_at')
      .nullable()
      .comment(
        'Unix seconds; the ledger outlives a removed document for a while',
      );
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
    table
      .string('ledger_hash')
      .nullable()
      .comment('definition_hash that the ledger was measured with');
    table
      .bigInteger('read_up_to')
      .nullable()
      .comment(
        'Unix seconds up to which the source was asked, with or without data',
      );
    table
      .bigInteger('measured_from')
      .nullable()
      .comment(
        'Unix seconds: start of the first bucket that was ever measured',
      );
    table
      .bigInteger('measured_up_to')
      .nullable()
      .comment('Unix seconds: end of the newest bucket that was measured');
    table.unique(['ref', 'objective'], { indexName: 'slo_objective_key' });
    // what lists, counts and filters look at, without the long texts beside it
    table.index(['removed_at', 'entity_ref'], 'slo_objective_visible_idx');
    table.index(['source', 'due_at'], 'slo_objective_due_idx');
  });
  if (knex.client.config.client === 'pg') {
    // Each evaluation writes the row anew: its documents lie beside it then,
    // and there is room for the next version in the same page.
    await knex.raw(
      'alter table slo_objective set (toast_tuple_target = 1024, fillfactor = 70)',
    );
  }

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
    table
      .text('daily')
      .nullable()
      .comment('Sums that change once a day, JSON; null when to be read anew');
    table
      .string('content_hash')
      .nullable()
      .comment('content_hash of the objective that it was made for');
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
    table
      .boolean('inconsistent')
      .notNullable()
      .defaultTo(false)
      .comment('good > total was seen and clamped');
    table.binary('cells').notNullable();
    table.primary(['objective_id', 'start']);
    // only the few rows that are still to be folded, so that it stays small
    table.index(['start'], 'slo_ledger_fine_idx', {
      predicate: knex.whereRaw('step = 300'),
    });
  });

  await knex.schema.createTable('slo_backfill', table => {
    table.comment('Stretches of history that are still to be read');
    table.increments('id').primary();
    table
      .integer('objective_id')
      .notNullable()
      .references('id')
      .inTable('slo_objective')
      .onDelete('CASCADE');
    table.string('source').notNullable();
    table
      .integer('priority')
      .notNullable()
      .comment('0 current window, 1 gap, 2 history before the window');
    table.bigInteger('start').notNullable().comment('Unix seconds');
    table
      .bigInteger('end')
      .notNullable()
      .comment('Unix seconds; comes down as chunks are read, newest first');
    table.integer('attempts').notNullable().defaultTo(0);
    table.bigInteger('due_at').notNullable().comment('Unix seconds');
    table.unique(['objective_id', 'priority', 'start'], {
      indexName: 'slo_backfill_key',
    });
    table.index(['source', 'priority', 'end'], 'slo_backfill_next_idx');
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
    table
      .bigInteger('probe_at')
      .nullable()
      .comment('Unix milliseconds; while down, when to try again');
    table
      .string('backfill_owner')
      .nullable()
      .comment('Replica that reads history from it, one at a time');
    table.bigInteger('backfill_until').nullable().comment('Unix milliseconds');
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

  await knex.schema.createTable('slo_document_source', table => {
    table.comment('Files that the catalog reads, and what they claim');
    table.string('target', 700).primary().comment('Location ref');
    table.text('etag').nullable();
    table
      .text('files')
      .notNullable()
      .comment('SourceFile[]: location and refs of its documents, JSON');
    table.bigInteger('tried_at').nullable().comment('Unix milliseconds');
    table.bigInteger('read_at').nullable().comment('Unix milliseconds');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('slo_document_source');
  await knex.schema.dropTable('slo_conflict');
  await knex.schema.dropTable('slo_source_gap');
  await knex.schema.dropTable('slo_source');
  await knex.schema.dropTable('slo_backfill');
  await knex.schema.dropTable('slo_ledger');
  await knex.schema.dropTable('slo_status');
  await knex.schema.dropTable('slo_objective');
};
