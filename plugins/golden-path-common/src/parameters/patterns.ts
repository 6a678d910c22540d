/**
 * What texts of the form may hold, as JSON Schema writes patterns (they are
 * read with the flag `u`). The templates' own pages repeat them; a test
 * compares both.
 *
 * @public
 */
export const PATTERNS = {
  name: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
  /**
   * One line without what any of the languages of a repository (the scaffolder,
   * Helm, GitHub's expressions, Prometheus' annotations, Terraform) would take
   * for an expression.
   */
  description:
    '^(?!.*(?:\\{\\{|\\{%|\\{#|[$%]\\{|\\$\\(|<%))[^\\s\\x00-\\x1f\\x7f-\\x9f\\ud800-\\udfff](?:[^\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufeff\\ud800-\\udfff]*[^\\s\\x00-\\x1f\\x7f-\\x9f\\ud800-\\udfff])?$',
  owner:
    '^group:[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?/[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$',
  system:
    '^system:[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?/[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$',
  dependency:
    '^component:[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?/[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$',
  pagerdutyService: '^[A-Z0-9]{7,14}$',
  slackChannel: '^#[a-z0-9][a-z0-9_-]{0,78}$',
  email:
    '^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$',
  repoUrl:
    '^[A-Za-z0-9]([A-Za-z0-9.-]{0,250}[A-Za-z0-9])?(:[0-9]{1,5})?\\?owner=[A-Za-z0-9]([A-Za-z0-9._-]|%2F){0,200}&repo=[A-Za-z0-9]([A-Za-z0-9._-]{0,98}[A-Za-z0-9])?$',
} as const;
