/**
 * Text as it must stand in a label or annotation of an alert, where Prometheus
 * reads Go templates: braces of the author's own become an action that prints
 * them, so that no name can run a query.
 */
export function templateText(text: string): string {
  return text.replace(/\{\{/g, '{{ "{{" }}');
}
