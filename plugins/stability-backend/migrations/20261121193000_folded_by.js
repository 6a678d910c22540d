// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('stability_folded_by', table => {
    table.comment('By which rules the facts that are kept were made: one row');
    table.string('name', 32).primary();
    table
      .string('hash', 64)
      .notNullable()
      .comment('Of the version of the facts and all settings of theirs');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('stability_folded_by');
};
