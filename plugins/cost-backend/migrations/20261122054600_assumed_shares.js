// @ts-check

const METRICS = ['billed', 'effective', 'contracted', 'list'];

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('cost_assumed', table => {
    table.comment('Days whose shares are those of another time, or even');
    table.string('billing_month', 10).notNullable();
    table.string('name').notNullable().comment('Of a pool, or a resource ref');
    table.string('shared_by', 16).notNullable().comment('The key asked for');
    table
      .string('of_month', 10)
      .notNullable()
      .comment(
        'Month whose proportions stand; empty where it is shared evenly',
      );
    table.integer('days').notNullable();
    table
      .text('known')
      .notNullable()
      .defaultTo('')
      .comment(
        'What was known of that month: when it is other, shares are too',
      );
    table.primary(['billing_month', 'name', 'shared_by', 'of_month']);
  });
  await knex.schema.createTable('cost_invoice', table => {
    table.comment('What bills come to, by the month in which it was used');
    table.string('billing_month', 10).notNullable();
    table.string('source', 64).notNullable();
    table.text('billing_account').notNullable();
    table.string('currency', 3).notNullable();
    table.string('usage_month', 10).notNullable();
    for (const metric of METRICS) {
      // sums may be larger than one charge may be
      table.text(metric).notNullable().comment('Nano-units');
    }
    table.index(['billing_month'], 'cost_invoice_month_idx');
  });
  // months that are allotted already have neither
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
  await knex.schema.dropTable('cost_invoice');
  await knex.schema.dropTable('cost_assumed');
};
