/** Words of anomalies. */
export const anomalyMessages = {
  anomaly: {
    title: 'Days out of the ordinary',
    subtitle: 'More than their weekdays, in money, in percent and in spread',
    one: '{{title}}: {{excess}} more than its weekdays, {{ratio}}',
    category:
      '{{title}}, {{category}}: {{excess}} more than its weekdays, {{ratio}}',
    span: '{{span}}, expected {{expected}}, was {{actual}}',
    open: 'still going on',
    cause: 'Likeliest cause: {{causes}}',
    causeUnknown: 'Cause not known',
    causePart: '{{name}} ({{share}} of it)',
    kind: {
      product: '{{name}}',
      sku: 'price item {{name}}',
      resource: 'resource {{name}}',
      deployment: 'deployment {{name}}',
      traffic: 'more traffic',
    },
    judgedFrom: 'Days before {{day}} were never judged',
    none: 'No day was out of the ordinary',
    noneWhy: 'A day counts when it costs clearly more than its weekdays did.',
  },
} as const;
