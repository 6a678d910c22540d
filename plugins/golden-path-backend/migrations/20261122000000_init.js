/**
 * The tables come with the parts that keep something in them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('wired_service', table => {
    table.comment('Services that were made by a template, as last proven');
    table.string('entity_ref').primary();
    table
      .bigInteger('known_since')
      .notNullable()
      .comment('Unix milliseconds at which it was first seen in the catalog');
    table
      .bigInteger('due_at')
      .notNullable()
      .index()
      .comment('Unix milliseconds; later by a lease while somebody checks it');
    table.bigInteger('checked_at').comment('Unix milliseconds');
    table.text('proof').comment('JSON: the lines, and the newest deployment');
    table.text('test_alert').comment('JSON: the last one, with its counts');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('wired_service');
};
