/** Words of the wizard for what no service owns. */
export const unmappedMessages = {
  unmapped: {
    title: 'What no service owns',
    subtitle: 'Dearest first, by what the charges have in common',
    subtitleSum:
      '{{amount}}, {{share}} of the bill; dearest first, by what the charges have in common',
    what: 'Charges',
    by: {
      tag: 'tag {{name}} = {{value}}',
      resource: 'resource {{name}}',
      product: 'product {{name}}',
      'sub-account': 'account {{name}}',
    },
    rows_one: '{{count}} charge',
    rows_other: '{{count}} charges',
    cost: 'Cost',
    proposal: 'May belong to',
    proposalNone: 'nobody that the catalog knows',
    because: {
      'same-name': 'it has the same name',
      'name-in-it': 'its name is in it',
      'part-of-name': 'it is part of its name',
      'one-letter-off': 'one letter is different',
    },
    proposed: '{{title}}, {{because}}',
    map: 'Map',
    mapOf: 'Map {{what}}',
    none: 'Every charge stands on a service or a pool',
    noneWhy: 'Nothing on the bill of these days is without an owner.',
    gone: 'There is no such charge any more',
    goneWhy: 'It has been mapped, or it is not on the bill of these days.',
  },
  wizard: {
    title: 'Whose is it?',
    whose: 'Service',
    other: 'Another one',
    ref: 'Ref of a service',
    refHint: 'For instance component:default/checkout, or its name alone.',
    refBad: 'This is no ref of an entity.',
    preview: 'What it would move',
    previewTotal: 'Moves to {{service}}',
    previewDays: 'Days',
    previewCharges: 'Charges',
    previewNone: 'Choose a service to see what would move.',
    previewBad: 'It moves nothing: these charges stand on a service by now.',
    previewContested:
      'It moves nothing: the same is claimed by {{names}}, and what several claim is nobody\u2019s. Take it out of the other catalog-info.yaml first.',
    previewContestedUnseen:
      'It moves nothing: another service, which you may not see, has claimed the same, and what several claim is nobody\u2019s.',
    write: 'Write it down',
    ruleNone: 'Choose a service to see the rule that maps it.',
    ruleWhy:
      'No annotation can say this: it holds a comma or an equals sign, which divide what annotations list, or is very long. Put this rule into app-config instead, before the others; it counts once the backend has been started again, also for days that are over. A * in it is any text.',
    ruleLabel: 'Rule for app-config',
    ruleCopy: 'Copy rule',
    writeWhy:
      'Put this into the catalog-info.yaml of {{service}}. It counts from the next reading of the catalog on, also for days that are over.',
    replaceWhy:
      'The catalog-info.yaml of {{service}} has this annotation already, with {{present}}. Put these lines in its place: nothing of it is lost. It counts from the next reading of the catalog on, also for days that are over.',
    label: 'Annotation for {{service}}',
    edit: 'Edit catalog-info.yaml',
    noEdit:
      'The catalog does not know where {{service}} is edited: its owners can put it in.',
    notFound: 'The catalog has no {{service}}.',
    copy: 'Copy annotation',
  },
} as const;
