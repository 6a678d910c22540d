// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('service_index_group', table => {
    table.comment('Which group is directly above which in the catalog');
    table.text('parent_ref').notNullable().comment('Lower case');
    table.text('child_ref').notNullable().comment('Lower case');
    table.primary(['parent_ref', 'child_ref']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('service_index_group');
};
