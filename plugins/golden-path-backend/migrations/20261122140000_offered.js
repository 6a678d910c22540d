/**
 * Which versions of templates are offered now, and what a merged update wrote.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('template_version', table => {
    table
      .boolean('is_offered')
      .notNullable()
      .defaultTo(true)
      .comment('The catalog has it; the next reading tells for those before');
  });
  await knex.schema.alterTable('update_pull_request', table => {
    table.string('written').comment('Version in the lock since it is merged');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('update_pull_request', table => {
    table.dropColumn('written');
  });
  await knex.schema.alterTable('template_version', table => {
    table.dropColumn('is_offered');
  });
};
