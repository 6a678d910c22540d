// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('cost_unowned', table => {
    table.comment('Charges that no service owns; a month is replaced whole');
    table.string('billing_month', 10).notNullable();
    table.string('day', 10).notNullable();
    table.string('key_id', 64).notNullable();
    table.string('kind', 16).notNullable();
    table.string('currency', 3).notNullable();
    for (const metric of ['billed', 'effective', 'contracted', 'list']) {
      table.bigInteger(metric).notNullable().comment('Nano-units');
    }
    table.index(['currency', 'day'], 'cost_unowned_day_idx');
    table.index(['billing_month'], 'cost_unowned_month_idx');
  });
  // months that are allotted already have none written down
  const months = await knex('cost_daily')
    .distinct('billing_month')
    .pluck('billing_month');
  for (const month of months) {
    await knex('cost_dirty')
      .insert({ billing_month: month, since: 0, due_at: 0 })
      .onConflict('billing_month')
      .ignore();
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('cost_unowned');
};
