// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('slo_correction', table => {
    table.comment(
      'Stretches that people take out of budgets; rows are never deleted',
    );
    table.bigIncrements('id');
    table.string('entity_ref').notNullable().comment('Ref of the service');
    table
      .string('ref')
      .nullable()
      .comment('Ref of the SLO entity; null: all objectives of the service');
    table.string('objective').nullable().comment('Its name; null as ref is');
    table
      .bigInteger('from_at')
      .notNullable()
      .comment('Unix seconds, a whole quarter hour');
    table.bigInteger('to_at').notNullable().comment('The same, exclusive');
    table.text('reason').notNullable();
    table
      .string('created_by')
      .notNullable()
      .comment('Ref of the person, or subject of the service');
    table.bigInteger('created_at').notNullable().comment('Unix milliseconds');
    table.string('undone_by').nullable();
    table
      .bigInteger('undone_at')
      .nullable()
      .comment('Unix milliseconds; null: it holds');
    table.text('undo_reason').nullable();
    table.index(['entity_ref', 'undone_at'], 'slo_correction_entity_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('slo_correction');
};
