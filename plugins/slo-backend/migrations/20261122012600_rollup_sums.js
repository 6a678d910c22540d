// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('slo_status', table => {
    table
      .text('sum_key')
      .nullable()
      .comment('Unit and window that bad and total may be added under, JSON');
    table
      .string('left_out')
      .nullable()
      .comment('Why they are in no sum; both null before an evaluation');
    table.double('bad').nullable().comment('Of the window, where it is added');
    table.double('total').nullable();
    table.double('coverage').nullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('slo_status', table => {
    table.dropColumns('sum_key', 'left_out', 'bad', 'total', 'coverage');
  });
};
