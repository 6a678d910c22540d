// @ts-check

/** What is kept aside of a source that app-config no longer names. */
const KEPT = ['cost_line', 'cost_share'];

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  for (const table of KEPT) {
    // the same columns, and no row: what sources that are gone had delivered
    await knex.raw('create table ?? as select * from ?? where 1 = 0', [
      `${table}_aside`,
      table,
    ]);
    await knex.schema.alterTable(`${table}_aside`, changed => {
      changed.index(['source'], `${table}_aside_idx`);
    });
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of KEPT) {
    await knex.schema.dropTable(`${table}_aside`);
  }
};
