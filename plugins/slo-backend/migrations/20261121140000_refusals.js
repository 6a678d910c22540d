// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('slo_refusal', table => {
    table.comment('Documents that the catalog refuses');
    table
      .string('entity_ref')
      .primary()
      .comment('What the catalog was processing; a Location for a whole file');
    table.text('location').nullable().comment('Location ref');
    table
      .text('errors')
      .notNullable()
      .comment('Error[]: path where known, and message, JSON');
    table.bigInteger('seen_at').notNullable().comment('Unix milliseconds');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('slo_refusal');
};
