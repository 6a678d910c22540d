/** Words of the budget dialog. */
export const budgetMessages = {
  budget: {
    title: 'Budget of {{service}}',
    amount: 'A month, in {{currency}}',
    amountHint:
      '{{last}} in {{month}}; {{expected}} is expected for this month.',
    amountHintLast: '{{last}} in {{month}}.',
    amountHintNone: 'There is no complete month to go by yet.',
    notify: 'Tell the owners when',
    notifyHint:
      'Once each a month, by the portal\u2019s notifications. They are also told when the forecast goes above the budget.',
    share: '{{share}} is used',
    by: 'Set by {{who}} on {{day}}.',
    fromConfig: 'From app-config, where it is the same for all services.',
    save: 'Save budget',
    remove: 'Remove budget',
    cancel: 'Cancel',
    wrong: 'An amount above zero.',
  },
} as const;
