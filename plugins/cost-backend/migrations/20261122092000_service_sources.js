// @ts-check

/** Latest months of the bill whose sources are looked at. */
const MONTHS = 3;

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('cost_service_source', table => {
    table.comment('Whose bills name a service, by the month of the bill');
    table.string('billing_month', 10).notNullable();
    table.string('entity_ref').notNullable();
    table.string('source', 64).notNullable();
    table.primary(['entity_ref', 'source', 'billing_month']);
    table.index(['billing_month'], 'cost_service_source_month_idx');
  });
  // months that are allotted already have none; older ones are asked of none
  const months = await knex('cost_daily')
    .distinct('billing_month')
    .orderBy('billing_month', 'desc')
    .limit(MONTHS)
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
  await knex.schema.dropTable('cost_service_source');
};
