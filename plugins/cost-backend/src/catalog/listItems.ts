/** The items of an annotation that lists them, divided by commas. */
export function listItems(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map(item => item.trim())
    .filter(item => item !== '');
}
