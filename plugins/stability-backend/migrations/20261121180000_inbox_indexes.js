// @ts-check

/**
 * Each delivery is written twice, and each time into every index: two are not
 * worth that. Ids begin with the instant of receipt, so what is old is found by
 * id; and few sources need their bodies told apart.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('stability_inbox', table => {
    table.dropIndex(['received_at'], 'stability_inbox_received_idx');
    table.dropUnique(['source', 'body_hash'], 'stability_inbox_body_key');
  });
  await knex.raw(
    `create unique index stability_inbox_body_key
     on stability_inbox (source, body_hash) where body_hash is not null`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index stability_inbox_body_key');
  await knex.schema.alterTable('stability_inbox', table => {
    table.unique(['source', 'body_hash'], {
      indexName: 'stability_inbox_body_key',
    });
    table.index(['received_at'], 'stability_inbox_received_idx');
  });
};
