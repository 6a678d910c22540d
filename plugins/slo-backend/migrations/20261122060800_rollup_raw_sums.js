// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('slo_status', table => {
    table
      .double('raw_bad')
      .nullable()
      .comment('bad of all that was measured; null without corrections');
    table.double('raw_total').nullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('slo_status', table => {
    table.dropColumns('raw_bad', 'raw_total');
  });
};
