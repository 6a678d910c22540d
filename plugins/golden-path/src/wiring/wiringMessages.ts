/** Words of the wiring proof. */
export const wiringMessages = {
  wiring: {
    title: 'Wiring',
    subtitle: 'Read from live systems, checked {{every}}',
    every: {
      minute: 'every minute',
      minutes: 'every 10 minutes',
      hour: 'every hour',
    },
    check: 'Check now',
    checking:
      'It was registered moments ago and is being checked for the first time.',
    failed: 'This could not be done. Nothing has changed; try again.',
    refused:
      'You may not do this. It needs golden-path.wiring.check for this service.',
    error: 'The wiring could not be read',
    bar: '{{done}} of {{of}} wired',
    verdict: 'How far it is wired',
    wired: '{{done}} of {{of}} wired',
    needs_one: '{{count}} needs you',
    needs_other: '{{count}} need you',
    waits_one: '{{count}} comes by itself',
    waits_other: '{{count}} come by themselves',
    unknown_one: '{{count}} cannot be told now',
    unknown_other: '{{count}} cannot be told now',
    wentOut: '{{version}} went out {{ago}}',
    all: 'Everything is wired, checked {{ago}}',
    left_one: '{{count}} is not set up in this portal',
    left_other: '{{count}} are not set up in this portal',
    show: 'Show the checks',
    hide: 'Hide the checks',
    forTime: 'for {{duration}}',
    due: 'due {{when}}',
    state: {
      done: 'Done',
      missing: 'Missing',
      waiting: 'Waiting',
      unknown: 'Unknown',
      'not-configured': 'Not set up',
    },
    line: {
      catalog: 'Catalog entity is complete',
      objectives: 'Objectives are valid',
      rules: 'Rules are loaded in Prometheus',
      metrics: 'Metrics arrive',
      deployments: 'Deployment events arrive',
      alerts: 'Alerts reach their receivers',
      cost: 'Cost is labelled',
      runbook: 'Runbook can be reached',
      owner: 'Owner can be called',
    },
    says: {
      'not-checked': 'Nobody can tell now. {{whom}}: {{reason}}.',
      'catalog-complete':
        '{{count}} of {{count}} annotations, owner {{owner}} exists',
      'catalog-annotations_one': 'An annotation is missing: {{names}}.',
      'catalog-annotations_other':
        '{{count}} annotations are missing: {{names}}.',
      'catalog-no-owner': 'It has no owner.',
      'catalog-owner-gone': 'Its owner {{owner}} is not in the catalog.',
      'catalog-faults_one': 'The catalog objects to it: {{first}}',
      'catalog-faults_other':
        'The catalog objects to it {{count}} times, first: {{first}}',
      'objectives-valid_one': '{{count}} objective, no findings',
      'objectives-valid_other': '{{count}} objectives, no findings',
      'objectives-warnings_one': '{{count}} warning stands on the SLOs tab.',
      'objectives-warnings_other': '{{count}} warnings stand on the SLOs tab.',
      'objectives-none':
        'The catalog has no objective of it: register slo/objectives.yaml.',
      'objectives-findings_one': 'Cannot be measured. {{first}}',
      'objectives-findings_other': '{{count}} findings, first: {{first}}',
      'rules-loaded':
        '{{count}} rules of {{source}}, last evaluated {{evaluatedAt}}',
      'rules-missing':
        '{{count}} of {{of}} rules are not loaded, first {{first}}: install the chart, or load chart/alerts.',
      'rules-failing': '{{first}} fails: {{error}}',
      'rules-not-evaluated':
        'Loaded, and to be evaluated for the first time: {{count}}.',
      'rules-none-needed': 'There are no objectives that rules could watch.',
      'rules-not-offered':
        'The source {{source}} cannot say which rules it has: name a Prometheus in slo.sources.',
      'rules-source-failed':
        '{{source}} does not answer, so nobody can tell. {{reason}}',
      'metrics-arrive':
        '{{requests}} requests counted, measured for {{measuredSeconds}}',
      'metrics-no-traffic':
        'Series are there, measured for {{measuredSeconds}}; no request has come yet.',
      'metrics-absent_one':
        'There are no series for {{names}}: is a pod running, and scraped?',
      'metrics-absent_other':
        'There are no series for {{count}} objectives: is a pod running, and scraped?',
      'metrics-not-measured_one':
        '{{count}} objective is measured for the first time within a minute.',
      'metrics-not-measured_other':
        '{{count}} objectives are measured for the first time within a minute.',
      'metrics-no-objectives': 'There are no objectives that count anything.',
      'metrics-source-failed':
        'The source {{source}} does not answer, so nobody can tell.',
      'metrics-faults': 'Cannot be measured. {{first}}',
      'deployments-arrive': '{{version}} to {{environment}} {{deployedAt}}',
      'deployments-none':
        'None has come: give the pipeline its credentials, and push.',
      'alerts-routed': '{{severity}} goes to {{receivers}}.',
      'alerts-unrouted':
        '{{severity}} ends at {{receiver}}, which tells nobody: load chart/alerts/routes, or enable the chart\u2019s AlertmanagerConfig.',
      'alerts-silent':
        'The test alert of {{sentAt}} made no notification by {{kinds}}.',
      'alerts-delivered':
        'After the test alert of {{sentAt}} a notification went out by {{kinds}}.',
      'alerts-under-way':
        'The test alert of {{sentAt}} is on its way to {{kinds}}.',
      'alerts-failed':
        'Notifications by {{kinds}} failed after the test alert of {{sentAt}}.',
      'alerts-not-tried': 'Not tried: {{kinds}}.',
      'alerts-uncounted':
        'A test alert was sent {{sentAt}}; Alertmanager does not say what became of it.',
      'alerts-not-configured':
        'Nothing is known of its routes: set goldenPath.alertmanager.url in app-config.',
      'cost-labelled': 'The bill up to {{completeTo}} names {{value}}.',
      'cost-due':
        'Its label is {{label}}. No bill has charged a day of it yet.',
      'cost-unmapped':
        'The bill up to {{completeTo}} does not name it: label its resources {{label}}.',
      'cost-no-bill': 'This portal reads no bill.',
      'cost-unknown-service':
        'The cost plugin follows the catalog within minutes and does not know it yet.',
      'runbook-reachable_one':
        '{{path}}, {{sections}} sections, linked from {{count}} alert',
      'runbook-reachable_other':
        '{{path}}, {{sections}} sections, linked from {{count}} alerts',
      'runbook-there': '{{path}}, {{sections}} sections',
      'runbook-no-alerts':
        '{{path}} is there, and no alert that is loaded links to it: set runbook_url of the alerts.',
      'runbook-links-unknown': 'Whether alerts link to it cannot be told.',
      'runbook-no-annotation':
        'The entity names none: add plimsoll.dev/runbook-url.',
      'runbook-gone': 'There is no {{path}}.',
      'runbook-too-large':
        '{{path}} is larger than 1 MB: name the page that people read at night.',
      'runbook-no-sections':
        '{{path}} has no sections, so alerts cannot lead to what to do.',
      'owner-reachable_one':
        '{{owner}}, {{count}} person, {{contact}}; PagerDuty {{onCall}}',
      'owner-reachable_other':
        '{{owner}}, {{count}} people, {{contact}}; PagerDuty {{onCall}}',
      'owner-none': 'It has no owner.',
      'owner-gone': 'Its owner {{owner}} is not in the catalog.',
      'owner-no-members': '{{owner}} has no members.',
      'owner-no-contact':
        '{{owner}} has neither an e-mail address nor a Slack channel.',
      'owner-no-on-call':
        'Nobody is on call: neither the entity nor {{owner}} has pagerduty.com/service-id.',
    },
    step: {
      'edit-catalog-info': 'Edit catalog-info.yaml',
      'open-owner': 'Open the owner',
      'open-objectives': 'Open objectives',
      'open-rules-guide': 'How rules are loaded',
      'open-deployments': 'Open deployments',
      'open-pipeline-guide': 'Set up the pipeline',
      'open-routes': 'Open the routes',
      'send-test-alert': 'Send a test alert',
      'open-cost': 'Open cost',
      'open-runbook': 'Open the runbook',
    },
    try: {
      title: 'Try it',
      subtitle: 'So that the first alert is no surprise',
      request: 'Send a failing request',
      requestHow: 'and watch it arrive in the budget',
      alert: 'Fire a test alert',
      alertHow: 'critical, marked as a test',
      load: 'Run the load test',
      loadHow: 'the gate of the pipeline, from your machine',
    },
    made: {
      title: 'Made for you',
      repository: 'Repository',
      runbook: 'Runbook',
      pipeline: 'Pipeline',
      argo: 'Argo CD',
      template: 'Template',
    },
  },
} as const;
