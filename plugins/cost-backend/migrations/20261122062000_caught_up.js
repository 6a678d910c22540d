// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('cost_source', table => {
    table
      .bigInteger('caught_up_at')
      .nullable()
      .comment('When all of its past was read first, Unix milliseconds');
  });
  await knex('cost_source')
    .whereNotNull('complete_to')
    .update({ caught_up_at: knex.ref('read_at') });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('cost_source', table => {
    table.dropColumn('caught_up_at');
  });
};
