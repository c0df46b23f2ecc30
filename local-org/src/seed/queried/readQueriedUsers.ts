import { readFileSync } from 'node:fs';

/** A record as the REST API nests it: parents are records themselves. */
export interface QueriedRecord {
  readonly attributes?: { readonly type?: string; readonly url?: string };
  readonly [field: string]: unknown;
}

/**
 * Reads the users of a file that `sf data query --json` printed, or of the REST API's answer, or a bare list of records.
 * Throws an Error with a sentence when the file holds no users.
 */
export function readQueriedUsers(file: string): QueriedRecord[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Error(
      `${file} cannot be read as JSON: ${(error as Error).message}. Save what "sf data query --json" prints.`,
      { cause: error },
    );
  }
  const records = findRecords(content);
  if (!records)
    throw new Error(
      `${file} holds no query result: a list "records" is expected, as "sf data query --json" prints it.`,
    );
  for (const record of records) {
    const type = record.attributes?.type ?? 'User';
    if (type !== 'User')
      throw new Error(`${file} holds records of ${type}: query users, SELECT Id, Username, LastName, … FROM User.`);
    if (idOf(record) === null) throw new Error(`${file} holds a user without an Id: add Id to the query.`);
    for (const field of ['Username', 'LastName', 'IsActive']) {
      if (record[field] === undefined)
        throw new Error(`${file} holds users without ${field}: add ${field} to the query.`);
    }
  }
  if (records.length === 0) throw new Error(`${file} holds no users: the query found none.`);
  return records;
}

/** The Id of a record: its own field, or the end of its address. Null when it has neither. */
export function idOf(record: QueriedRecord): string | null {
  if (typeof record.Id === 'string') return record.Id;
  return /\/([A-Za-z0-9]{15,18})$/.exec(record.attributes?.url ?? '')?.[1] ?? null;
}

export function parentOf(record: QueriedRecord, relationship: string): QueriedRecord | null {
  const parent = record[relationship];
  return typeof parent === 'object' && parent !== null ? (parent as QueriedRecord) : null;
}

function findRecords(content: unknown): QueriedRecord[] | null {
  if (Array.isArray(content)) return content as QueriedRecord[];
  if (typeof content !== 'object' || content === null) return null;
  const { records, result } = content as { records?: unknown; result?: unknown };
  if (Array.isArray(records)) return records as QueriedRecord[];
  return result === undefined ? null : findRecords(result);
}
