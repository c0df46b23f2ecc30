/** What is wrong with a file, and in which row: 1 is the first record. Nothing of the import is kept. */
export class ImportError extends Error {
  constructor(file: string, row: number | null, problem: string) {
    super(`${file}${row === null ? '' : `, row ${row}`}: ${problem} Nothing was imported.`);
  }
}
