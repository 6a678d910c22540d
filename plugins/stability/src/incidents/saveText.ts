/**
 * Gives the reader a text as a file.
 *
 * @param options - `name` of the file; signs that no file name may have are
 * replaced
 */
export function saveText(options: { name: string; text: string }): void {
  const { name, text } = options;
  const url = URL.createObjectURL(
    new Blob([text], { type: 'text/markdown;charset=utf-8' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name.replace(/[^\w.-]+/g, '-');
  link.click();
  URL.revokeObjectURL(url);
}
