// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('slo_gate_decision', table => {
    table.comment('What the gate said about releases');
    table.bigIncrements('id');
    table.string('entity_ref').notNullable().comment('Ref of the service');
    table
      .bigInteger('decided_at')
      .notNullable()
      .index('slo_gate_decision_at_idx')
      .comment('Unix milliseconds');
    table
      .string('asked_by')
      .notNullable()
      .comment('Subject of the credential that asked');
    table.string('verdict', 10).notNullable().comment('allow, warn or block');
    table.text('reasons').notNullable().comment('GateReason[], JSON');
    table.index(['entity_ref', 'id'], 'slo_gate_decision_entity_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('slo_gate_decision');
};
