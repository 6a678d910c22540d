// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('cost_delivery', table => {
    table
      .string('failed_version', 255)
      .nullable()
      .comment('That could not be read, and is tried again ever rarer');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('cost_delivery', table => {
    table.dropColumn('failed_version');
  });
};
