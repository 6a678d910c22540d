/** Words of Explain. */
export const explainMessages = {
  explain: {
    title: 'Why {{value}}',
    subtitle: '{{service}}, {{span}}, {{metric}} cost',
    means: 'What it means',
    computed: 'How it was worked out',
    result: 'Result',
    sources: 'Where it comes from',
    source: '{{name}}: {{detail}}',
    notRead: 'not read yet',
  },
} as const;
