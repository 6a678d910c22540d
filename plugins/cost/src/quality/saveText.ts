/** Gives the reader a CSV text as a file. */
export function saveText(options: { name: string; text: string }): void {
  const { name, text } = options;
  const url = URL.createObjectURL(
    new Blob([text], { type: 'text/csv;charset=utf-8' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
