// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('slo_objective', table => {
    table
      .text('notices')
      .notNullable()
      .defaultTo('[]')
      .comment('Fault[] that it is measured in spite of, JSON');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('slo_objective', table => {
    table.dropColumn('notices');
  });
};
