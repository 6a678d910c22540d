// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await createBills(knex);
  await createShares(knex);
  await createCosts(knex);
  await createAnswers(knex);
  await createNeighbours(knex);
  await createWork(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'cost_poll',
    'cost_dirty',
    'cost_use',
    'cost_saving',
    'cost_anomaly',
    'cost_notice',
    'cost_budget',
    'cost_deployment',
    'cost_volume',
    'cost_dependency',
    'cost_mapping',
    'cost_service',
    'cost_total',
    'cost_monthly',
    'cost_daily',
    'cost_share',
    'cost_restatement',
    'cost_line',
    'cost_key',
    'cost_delivery',
    'cost_source',
  ]) {
    await knex.schema.dropTable(table);
  }
};

/**
 * Money is whole billionths of its currency's unit, up to 9.2 thousand
 * million. Days are texts: they have no zone.
 *
 * @param {import('knex').Knex.CreateTableBuilder} table
 */
function amounts(table) {
  for (const metric of ['billed', 'effective', 'contracted', 'list']) {
    table.bigInteger(metric).notNullable().comment('Nano-units');
  }
}

/** @param {import('knex').Knex} knex */
async function createBills(knex) {
  await knex.schema.createTable('cost_source', table => {
    table.comment('What is known of each configured source');
    table.string('name', 64).primary();
    table.string('type', 64).notNullable();
    table
      .string('kind', 16)
      .notNullable()
      .comment('bill, cluster, use or gone');
    table.string('format', 64).nullable().comment('For instance FOCUS 1.2');
    table.string('complete_to', 10).nullable().comment('Last complete day');
    table.bigInteger('read_at').nullable().comment('Unix milliseconds');
    table.text('error').nullable();
  });

  await knex.schema.createTable('cost_delivery', table => {
    table.comment('What sources delivered, read or refused as a whole');
    table.string('source', 64).notNullable();
    table.string('id', 700).notNullable();
    table.string('version', 255).notNullable();
    table
      .string('state', 16)
      .notNullable()
      .comment('read, refused, failing or reading');
    table.bigInteger('read_at').nullable().comment('Unix milliseconds');
    table.bigInteger('rows').nullable();
    table.string('format_version', 16).nullable();
    table.text('message').nullable().comment('Of a refusal, with the mend');
    table.text('faults').notNullable().defaultTo('[]').comment('JSON');
    table
      .text('periods')
      .notNullable()
      .defaultTo('[]')
      .comment('account|month, JSON');
    table.double('engine_ms').nullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.bigInteger('due_at').nullable().comment('Unix milliseconds');
    table.string('lease_owner', 36).nullable();
    table.bigInteger('lease_until').nullable().comment('Unix milliseconds');
    table.primary(['source', 'id']);
  });

  await knex.schema.createTable('cost_key', table => {
    table.comment('What charges are for');
    table.string('id', 64).primary().comment('Hash of source and content');
    table.string('source', 64).notNullable();
    table.text('content').notNullable().comment('ChargeKey, JSON');
    table.text('product').notNullable();
    table.string('category', 16).notNullable();
    table.text('resource_id').nullable();
    table.text('sub_account').nullable();
  });

  await knex.schema.createTable('cost_line', table => {
    table.comment('Charges of a day and a key; months are replaced whole');
    table.string('source', 64).notNullable();
    table.text('billing_account').notNullable();
    table.string('billing_month', 10).notNullable().comment('First day');
    table.string('delivery_id', 700).notNullable();
    table.string('key_id', 64).notNullable();
    table.string('day', 10).notNullable();
    table.string('kind', 16).notNullable();
    table.string('currency', 3).notNullable();
    table.boolean('correction').notNullable().defaultTo(false);
    amounts(table);
    table.double('quantity').nullable();
    table.text('unit').nullable();
    table.index(
      ['source', 'billing_account', 'billing_month'],
      'cost_line_period_idx',
    );
    table.index(['billing_month', 'day'], 'cost_line_month_idx');
    table.index(['key_id'], 'cost_line_key_idx');
  });

  await knex.schema.createTable('cost_restatement', table => {
    table.comment('Months that a provider wrote anew, one row a metric');
    table.string('id', 36).primary();
    table.string('source', 64).notNullable();
    table.text('billing_account').notNullable();
    table.string('billing_month', 10).notNullable();
    table.string('currency', 3).notNullable();
    table.string('metric', 16).notNullable();
    table.bigInteger('at').notNullable().comment('Unix milliseconds');
    table.bigInteger('amount_before').notNullable().comment('Nano-units');
    table.bigInteger('amount_after').notNullable().comment('Nano-units');
    table
      .text('largest')
      .notNullable()
      .defaultTo('[]')
      .comment('{ name, keyId, difference }[], JSON');
    table.index(['at', 'id'], 'cost_restatement_at_idx');
    table.index(['billing_month'], 'cost_restatement_month_idx');
  });
}

/** @param {import('knex').Knex} knex */
async function createShares(knex) {
  await knex.schema.createTable('cost_share', table => {
    table.comment('How the machines of clusters were used on a day');
    table.string('source', 64).notNullable();
    table.string('cluster', 255).notNullable();
    table.string('day', 10).notNullable();
    table.string('node', 255).notNullable();
    table.string('owner_hash', 64).notNullable();
    table.text('provider_id').nullable();
    table.string('owner_kind', 16).notNullable();
    table.text('namespace').nullable();
    table.text('labels').nullable().comment('JSON');
    table.bigInteger('list_price').notNullable().comment('Nano-units');
    table.string('currency', 3).notNullable();
    table.double('cpu_core_hours').nullable();
    table.double('ram_byte_hours').nullable();
    table.primary(['source', 'cluster', 'day', 'node', 'owner_hash']);
    table.index(['day'], 'cost_share_day_idx');
  });
}

/** @param {import('knex').Knex} knex */
async function createCosts(knex) {
  await knex.schema.createTable('cost_daily', table => {
    table.comment('Parts of the bill; a billing month is replaced whole');
    table.string('entity_ref').nullable();
    table.string('pool', 16).nullable();
    table.string('billing_month', 10).notNullable();
    table.string('day', 10).notNullable();
    table.string('category', 16).notNullable();
    table.string('kind', 16).notNullable();
    table.string('currency', 3).notNullable();
    table.text('basis').nullable().comment('AllocationBasis, JSON');
    amounts(table);
    table.index(['entity_ref', 'day'], 'cost_daily_entity_idx');
    table.index(['billing_month'], 'cost_daily_month_idx');
    table.index(['pool', 'day'], 'cost_daily_pool_idx');
    table.index(['day'], 'cost_daily_day_idx');
  });

  await knex.schema.createTable('cost_monthly', table => {
    table.comment('Sums of cost_daily by the month of the day');
    table.string('entity_ref').notNullable().comment('Empty for a pool');
    table.string('pool', 16).notNullable().comment('Empty for a service');
    table.string('month', 10).notNullable();
    table.string('category', 16).notNullable();
    table.string('kind', 16).notNullable();
    table.string('currency', 3).notNullable();
    amounts(table);
    table.primary([
      'month',
      'currency',
      'entity_ref',
      'pool',
      'category',
      'kind',
    ]);
    table.index(['entity_ref', 'month'], 'cost_monthly_entity_idx');
  });

  await knex.schema.createTable('cost_total', table => {
    table.comment('Sums of cost_daily over all services, and by pool');
    table.string('day', 10).notNullable();
    table.string('pool', 16).notNullable().comment('Empty for services');
    table.string('category', 16).notNullable();
    table.string('kind', 16).notNullable();
    table.string('currency', 3).notNullable();
    amounts(table);
    table.primary(['day', 'currency', 'pool', 'category', 'kind']);
  });
}

/** @param {import('knex').Knex} knex */
async function createAnswers(knex) {
  await knex.schema.createTable('cost_service', table => {
    table.comment('One row a service: what lists are ordered by and show');
    table.string('entity_ref').notNullable();
    table.string('currency', 3).notNullable();
    table.text('sort_name').notNullable().comment('Lower case');
    for (const metric of ['billed', 'effective', 'contracted', 'list']) {
      table
        .bigInteger(`${metric}_to_date`)
        .notNullable()
        .comment('Nano-units of the running month');
    }
    table.double('change_ratio').nullable();
    table.double('budget_used').nullable();
    table.double('unit_cost').nullable();
    table.bigInteger('saving').nullable().comment('Nano-units a month');
    table.bigInteger('forecast').nullable().comment('Nano-units');
    table.integer('anomalies').notNullable().defaultTo(0);
    table.string('month', 10).notNullable().comment('The running month');
    table.text('content').notNullable().comment('JSON');
    table.bigInteger('changed_at').notNullable().comment('Unix milliseconds');
    table.primary(['entity_ref', 'currency']);
    for (const column of [
      'billed_to_date',
      'effective_to_date',
      'contracted_to_date',
      'list_to_date',
      'change_ratio',
      'budget_used',
      'unit_cost',
      'saving',
      'sort_name',
      'changed_at',
    ]) {
      table.index(
        ['currency', column, 'entity_ref'],
        `cost_service_${column}_idx`,
      );
    }
  });

  await knex.schema.createTable('cost_budget', table => {
    table.comment('What a person allows a service to cost in a month');
    table.string('entity_ref').primary();
    table.bigInteger('amount').notNullable().comment('Nano-units');
    table.string('currency', 3).notNullable();
    table.text('notify_at').notNullable().comment('Ratios, JSON');
    table.string('set_by').notNullable();
    table.bigInteger('set_at').notNullable().comment('Unix milliseconds');
  });

  await knex.schema.createTable('cost_notice', table => {
    table.comment('What owners were told, so that they are told once');
    table.string('entity_ref').notNullable();
    table.string('month', 10).notNullable();
    table.string('threshold', 32).notNullable();
    table.bigInteger('told_at').notNullable().comment('Unix milliseconds');
    table.primary(['entity_ref', 'month', 'threshold']);
  });

  await knex.schema.createTable('cost_anomaly', table => {
    table.comment('Days that cost more than their weekdays do');
    table.string('id', 64).primary();
    table.string('entity_ref').notNullable().comment('Empty: no service');
    table.string('currency', 3).notNullable();
    table.string('from_day', 10).notNullable();
    table.string('to_day', 10).notNullable().comment('Exclusive');
    table.string('state', 8).notNullable().comment('open or over');
    table.bigInteger('excess').notNullable().comment('Nano-units');
    table.text('content').notNullable().comment('JSON');
    table.index(['entity_ref', 'from_day'], 'cost_anomaly_entity_idx');
    table.index(['from_day', 'id'], 'cost_anomaly_day_idx');
  });

  await knex.schema.createTable('cost_saving', table => {
    table.comment('Changes that would save money, in order of application');
    table.string('id', 64).primary();
    table.string('entity_ref').notNullable().comment('Empty: no service');
    table.string('kind', 32).notNullable();
    table.string('currency', 3).notNullable();
    table.integer('position').notNullable().comment('1 is applied first');
    table.string('guard', 16).notNullable().comment('none, allowed, held-back');
    table.bigInteger('realisable').notNullable().comment('Nano-units a month');
    table.text('content').notNullable().comment('Saving, JSON');
    table.bigInteger('found_at').notNullable().comment('Unix milliseconds');
    table.bigInteger('applied_at').nullable().comment('Unix milliseconds');
    table.string('applied_by').nullable();
    table.bigInteger('promised').nullable().comment('Nano-units a month');
    table.bigInteger('got').nullable().comment('Nano-units a month');
    table.string('got_until', 10).nullable();
    table.index(['currency', 'position', 'id'], 'cost_saving_order_idx');
    table.index(['entity_ref'], 'cost_saving_entity_idx');
  });

  await knex.schema.createTable('cost_use', table => {
    table.comment('What was asked for and what was used');
    table.string('source', 64).notNullable();
    table.string('id', 64).notNullable().comment('Hash of what it is about');
    table.string('kind', 16).notNullable().comment('container or idle');
    table.string('entity_ref').notNullable().comment('Empty: no service');
    table.text('evidence').notNullable().comment('JSON');
    table.bigInteger('read_at').notNullable().comment('Unix milliseconds');
    table.primary(['source', 'id']);
    table.index(['entity_ref'], 'cost_use_entity_idx');
  });
}

/** @param {import('knex').Knex} knex */
async function createNeighbours(knex) {
  await knex.schema.createTable('cost_mapping', table => {
    table.comment('What the catalog says belongs to whom');
    table.string('kind', 16).notNullable().comment('tag, resource, label, ...');
    table
      .string('name', 128)
      .notNullable()
      .comment('Of tag or label, or empty');
    table.string('value', 700).notNullable();
    table.string('entity_ref').notNullable();
    table.primary(['kind', 'name', 'value', 'entity_ref']);
    table.index(['entity_ref'], 'cost_mapping_entity_idx');
  });

  await knex.schema.createTable('cost_dependency', table => {
    table.comment('Services that depend on a resource');
    table.string('resource_ref').notNullable();
    table.string('consumer_ref').notNullable();
    table.double('weight').nullable();
    table.string('split_by', 16).nullable().comment('even, weight, requests');
    table.primary(['resource_ref', 'consumer_ref']);
  });

  await knex.schema.createTable('cost_volume', table => {
    table.comment('What services did on a day, as the SLO plugin counted it');
    table.string('entity_ref').notNullable();
    table.string('unit', 64).notNullable();
    table.string('day', 10).notNullable();
    table.double('volume').notNullable();
    table.bigInteger('read_at').notNullable().comment('Unix milliseconds');
    table.primary(['entity_ref', 'unit', 'day']);
    table.index(['day'], 'cost_volume_day_idx');
  });

  await knex.schema.createTable('cost_deployment', table => {
    table.comment('Deployments, as the stability plugin knows them');
    table.string('id', 255).primary();
    table.string('entity_ref').notNullable();
    table.text('version').nullable();
    table.bigInteger('finished_at').notNullable().comment('Unix milliseconds');
    table.string('verdict', 32).nullable();
    table.boolean('live').notNullable();
    table.index(['entity_ref', 'finished_at'], 'cost_deployment_entity_idx');
    table.index(['finished_at'], 'cost_deployment_finished_idx');
  });
}

/** @param {import('knex').Knex} knex */
async function createWork(knex) {
  await knex.schema.createTable('cost_dirty', table => {
    table.comment('Billing months to be allotted anew');
    table.string('billing_month', 10).primary();
    table.bigInteger('since').notNullable().comment('Unix milliseconds');
    table.bigInteger('due_at').notNullable().comment('Unix milliseconds');
  });

  await knex.schema.createTable('cost_poll', table => {
    table.comment('How far tasks have come');
    table.string('name', 128).primary();
    table.text('state').nullable().comment('Handed to the next run');
    table.bigInteger('last_success_at').nullable().comment('Unix milliseconds');
    table.text('error').nullable();
  });
}
