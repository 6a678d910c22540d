// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('stability_incident_service', table => {
    table.comment(
      'Services that an incident has touched, if its sender moves it',
    );
    table.string('incident_key', 700).notNullable();
    table
      .string('entity_ref')
      .notNullable()
      .comment('Empty: the row by which writers of one incident wait in line');
    table.primary(['incident_key', 'entity_ref']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('stability_incident_service');
};
