// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('stability_door_day', table => {
    table.comment('What each door heard and refused on each of the last days');
    table.string('source', 64).notNullable();
    table.string('day', 10).notNullable().comment('2026-11-21, of UTC');
    table.bigInteger('heard').notNullable().defaultTo(0);
    table.bigInteger('refused').notNullable().defaultTo(0);
    table
      .text('refused_because')
      .nullable()
      .comment('Why the last one was refused');
    table.primary(['source', 'day']);
  });
  // what one source delivered, newest first, and when that was
  await knex.schema.alterTable('stability_inbox', table => {
    table.index(['source', 'id'], 'stability_inbox_source_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('stability_inbox', table => {
    table.dropIndex(['source', 'id'], 'stability_inbox_source_idx');
  });
  await knex.schema.dropTable('stability_door_day');
};
