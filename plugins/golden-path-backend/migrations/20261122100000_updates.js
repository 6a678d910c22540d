/**
 * What newer templates are merged from, and what was opened.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('template_file', table => {
    table.comment('Contents of layers of templates, each once; never changed');
    table.string('sha256', 64).primary();
    table.text('content').notNullable().comment('Base64');
  });
  await knex.schema.createTable('template_version', table => {
    table.comment('Versions of templates as they were; never changed');
    table.string('id', 64).primary().comment('SHA-256 of all that it is');
    table.string('template').notNullable().index().comment('Entity ref');
    table.string('version').notNullable();
    table.string('title').notNullable();
    table.text('entity').notNullable().comment('JSON: the Template entity');
    table.text('files').notNullable().comment('JSON: paths and hashes');
    table.text('notes').notNullable().comment('JSON: what each version brings');
    table.bigInteger('seen_at').notNullable().comment('Unix milliseconds');
  });
  await knex.schema.createTable('update_pull_request', table => {
    table.comment('Pull requests that bring services up to date');
    table.string('entity_ref').notNullable();
    table.string('version').notNullable();
    table.string('url', 1000).notNullable();
    table.string('state').notNullable().comment('open, merged or closed');
    table.bigInteger('opened_at').notNullable().comment('Unix milliseconds');
    table.string('opened_by').notNullable();
    table.primary(['entity_ref', 'version']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('update_pull_request');
  await knex.schema.dropTable('template_version');
  await knex.schema.dropTable('template_file');
};
