// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('cost_key', table => {
    // names of resources may be too long for PostgreSQL's ordinary index
    table.index(['resource_id'], 'cost_key_resource_idx', 'hash');
    table.index(['sub_account'], 'cost_key_sub_account_idx', 'hash');
  });
  // What a change was opened for before it was noted what that lowers: smaller
  // requests and spot machines lower compute, of all else nobody knows any more.
  await knex('cost_saving')
    .whereNull('touches')
    .whereIn('kind', ['right-size', 'spot'])
    .update({ touches: JSON.stringify({ category: 'compute' }) });
  // it was compared with compute nevertheless
  await knex('cost_saving')
    .whereNull('touches')
    .update({ got: null, got_until: null, measured: null });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('cost_key', table => {
    table.dropIndex(['sub_account'], 'cost_key_sub_account_idx');
    table.dropIndex(['resource_id'], 'cost_key_resource_idx');
  });
};
