// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('cost_delivery', table => {
    table
      .bigInteger('changed_at')
      .nullable()
      .comment('When what was read was written, Unix milliseconds');
  });
  await knex.schema.alterTable('cost_line', table => {
    table.index(['day', 'currency'], 'cost_line_day_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('cost_line', table => {
    table.dropIndex(['day', 'currency'], 'cost_line_day_idx');
  });
  await knex.schema.alterTable('cost_delivery', table => {
    table.dropColumn('changed_at');
  });
};
