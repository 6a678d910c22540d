// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('cost_delivery', table => {
    table
      .bigInteger('gone_at')
      .nullable()
      .comment('Since when its source no longer has it, Unix milliseconds');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('cost_delivery', table => {
    table.dropColumn('gone_at');
  });
};
