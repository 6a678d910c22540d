// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('slo_objective', table => {
    table
      .string('origin')
      .nullable()
      .comment('Tool whose rules it is read from; null for the catalog');
    table
      .bigInteger('missing_since')
      .nullable()
      .comment('Unix seconds since when its series are not found');
  });
  await knex.schema.createTable('slo_rule_scan', table => {
    table.comment('Looks for rules of other tools, a row a metrics source');
    table.string('source').primary();
    table.bigInteger('due_at').notNullable().comment('Unix milliseconds');
    table.string('lease_owner').nullable();
    table.bigInteger('lease_until').nullable().comment('Unix milliseconds');
    table.text('scans').notNullable().comment('RuleScan[], JSON');
    table.text('refused').notNullable().comment('RefusedRule[], JSON');
    table.integer('total_refused').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('slo_rule_scan');
  await knex.schema.alterTable('slo_objective', table => {
    table.dropColumn('missing_since');
    table.dropColumn('origin');
  });
};
