// @ts-check

const METRICS = ['billed', 'effective', 'contracted', 'list'];

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('cost_conservation', table => {
    table.comment('The bill beside its parts, as sums of allotted months');
    table.string('billing_month', 10).notNullable();
    table.string('currency', 3).notNullable();
    for (const metric of METRICS) {
      // sums may be larger than one charge may be
      table.text(`bill_${metric}`).notNullable().comment('Nano-units');
      table.text(`parts_${metric}`).notNullable().comment('Nano-units');
      table
        .text(`residue_${metric}`)
        .notNullable()
        .comment('Decimal of the currency: what the bill has below nano-units');
    }
    table.primary(['billing_month', 'currency']);
  });
  await knex.schema.createTable('cost_lease', table => {
    table.comment('Which replica does what only one may do at a time');
    table.string('name', 128).primary();
    table.bigInteger('due_at').notNullable().comment('Unix milliseconds');
    table.string('owner', 36).nullable();
    table.bigInteger('until').nullable().comment('Unix milliseconds');
  });
  await knex.schema.createTable('cost_counted', table => {
    table.comment('Of which services the SLO plugin was asked, for unit costs');
    table.string('entity_ref').notNullable();
    table.string('unit', 64).notNullable();
    table
      .bigInteger('asked_at')
      .notNullable()
      .comment('First, Unix milliseconds');
    table
      .bigInteger('read_at')
      .nullable()
      .comment('Of the last answer that settled it, Unix milliseconds');
    table.text('error').nullable().comment('Of the last question');
    table.integer('attempts').notNullable().defaultTo(0);
    table.bigInteger('due_at').notNullable().comment('Unix milliseconds');
    table.primary(['entity_ref', 'unit']);
  });
  await knex.schema.alterTable('cost_daily', table => {
    table.dropIndex(['billing_month'], 'cost_daily_month_idx');
    table.index(['billing_month', 'day'], 'cost_daily_month_day_idx');
  });
  // months that are allotted already have no sums yet
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
  await knex.schema.alterTable('cost_daily', table => {
    table.dropIndex(['billing_month', 'day'], 'cost_daily_month_day_idx');
    table.index(['billing_month'], 'cost_daily_month_idx');
  });
  await knex.schema.dropTable('cost_counted');
  await knex.schema.dropTable('cost_lease');
  await knex.schema.dropTable('cost_conservation');
};
