// @ts-check

const TABLES = ['cost_share', 'cost_share_aside'];
const COLUMNS = ['storage_price', 'network_price'];

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  for (const name of TABLES) {
    await knex.schema.alterTable(name, table => {
      for (const column of COLUMNS) {
        table
          .bigInteger(column)
          .nullable()
          .comment('Nano-units, of pods and not of their node');
      }
    });
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const name of TABLES) {
    await knex.schema.alterTable(name, table => {
      table.dropColumns(...COLUMNS);
    });
  }
};
