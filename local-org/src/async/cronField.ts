import { throwApex } from '../runtime/ApexException.ts';

/** The numbers that a field of a cron expression allows. */
export type CronField = ReadonlySet<number>;

/**
 * Reads `*`, `5`, `1,3`, `1-5`, `9/2` and names. Throws System.StringException for anything else.
 * @param names of the numbers from `least` on.
 */
export function parseCronField(
  text: string,
  least: number,
  most: number,
  field: string,
  names: readonly string[] = [],
): CronField {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [range = '', step, more] = part.split('/');
    const every = step === undefined ? 1 : /^\d+$/.test(step) ? Number(step) : 0;
    if (every < 1 || more !== undefined) throwIllegal(text, field);
    const [from, to] = readRange(range, step !== undefined);
    if (from > to) {
      // FRI-MON goes around.
      for (let value = from; value <= most; value += every) values.add(value);
      for (let value = least; value <= to; value += every) values.add(value);
    }
    for (let value = from; value <= to; value += every) values.add(value);
  }
  return values;

  function readRange(range: string, hasStep: boolean): [number, number] {
    if (range === '*') return [least, most];
    const ends = range.split('-').map(readValue);
    if (ends.length > 2) throwIllegal(text, field);
    const [from = least, to = hasStep ? most : from] = ends;
    return [from, to];
  }

  function readValue(value: string): number {
    const named = names.indexOf(value.toUpperCase());
    const number = named >= 0 ? named + least : /^\d+$/.test(value) ? Number(value) : NaN;
    if (!(number >= least && number <= most)) throwIllegal(value, field);
    return number;
  }
}

export function throwIllegal(text: string, field: string): never {
  throwApex('System.StringException', `Illegal cron expression format: ${field} cannot be "${text}"`);
}
