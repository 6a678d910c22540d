// @ts-check

const METRICS = ['billed', 'effective', 'contracted', 'list'];

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('cost_bill_total', table => {
    table.comment(
      'What bills come to before rounding; replaced with the lines',
    );
    table.string('source', 64).notNullable();
    table.text('billing_account').notNullable();
    table.string('billing_month', 10).notNullable().comment('First day');
    table.string('currency', 3).notNullable();
    for (const metric of METRICS) {
      table.string(metric, 64).notNullable().comment('Decimal, exact');
    }
    table.index(
      ['source', 'billing_account', 'billing_month'],
      'cost_bill_total_period_idx',
    );
  });
  await knex.schema.alterTable('cost_delivery', table => {
    table
      .bigInteger('held_at')
      .nullable()
      .comment('Since when its version is held back, Unix milliseconds');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('cost_delivery', table => {
    table.dropColumn('held_at');
  });
  await knex.schema.dropTable('cost_bill_total');
};
