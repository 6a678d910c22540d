/** Prints what a process of a bench came to, as a line of JSON, and ends it. */
export function printResult(result: Promise<object>): void {
  result.then(
    value => {
      process.stdout.write(`${JSON.stringify(value)}\n`, () => process.exit(0));
    },
    error => {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    },
  );
}
