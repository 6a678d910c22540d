/** What the sheets on the page declare for an element; the last rule wins. */
export function declared(
  element: Element,
  property: string,
): string | undefined {
  return Array.from(document.styleSheets)
    .flatMap(sheet => Array.from(sheet.cssRules))
    .filter(
      (rule): rule is CSSStyleRule =>
        rule instanceof CSSStyleRule && element.matches(rule.selectorText),
    )
    .map(rule => rule.style.getPropertyValue(property))
    .filter(value => value !== '')
    .at(-1);
}
