// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('cost_saving', table => {
    table
      .text('touches')
      .nullable()
      .comment('What it lowers: category, resource, account; JSON');
    table
      .text('measured')
      .nullable()
      .comment('MeasuredSaving: how what it brought was compared; JSON');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('cost_saving', table => {
    table.dropColumns('touches', 'measured');
  });
};
