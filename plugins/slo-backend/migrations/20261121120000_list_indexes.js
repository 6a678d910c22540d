// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('slo_objective', table => {
    table.dropIndex(['removed_at', 'entity_ref'], 'slo_objective_visible_idx');
    // with the id, so that PostgreSQL too need not look into the rows
    table.index(
      ['removed_at', 'entity_ref', 'id'],
      'slo_objective_visible_idx',
    );
  });
  await knex.schema.alterTable('slo_status', table => {
    table.dropIndex(['state_rank', 'remaining'], 'slo_status_worst_idx');
    // all that lists order and count by, without the payload beside it
    table.index(
      ['state_rank', 'remaining', 'burn_1h', 'objective_id', 'state'],
      'slo_status_list_idx',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('slo_status', table => {
    table.dropIndex([], 'slo_status_list_idx');
    table.index(['state_rank', 'remaining'], 'slo_status_worst_idx');
  });
  await knex.schema.alterTable('slo_objective', table => {
    table.dropIndex([], 'slo_objective_visible_idx');
    table.index(['removed_at', 'entity_ref'], 'slo_objective_visible_idx');
  });
};
