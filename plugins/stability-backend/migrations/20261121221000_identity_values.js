// @ts-check

/**
 * Senders say a name; of which type it may be is found out by looking: with
 * ten thousand services a look at all names was a fifth of reading a delivery.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('stability_identity', table => {
    table.index(['value'], 'stability_identity_value_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('stability_identity', table => {
    table.dropIndex(['value'], 'stability_identity_value_idx');
  });
};
