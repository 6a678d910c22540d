/**
 * The tables come with the parts that keep something in them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('wired_service', table => {
    table.comment('Services that were made by a template, as last proven');
    table.string('entity_ref').primary();
    table.bigInteger('checked_at').notNullable();
    table.text('proof').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('wired_service');
};
