import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { seedOrganization } from '../seed/base/organization.ts';
import { forgetPersonas } from '../seed/personas.ts';
import type { SeedTarget } from '../seed/SeedTarget.ts';
import { resetLocalState } from '../rules/index.ts';
import type { LicenseObject } from '../rules/licenses/LicenseCounts.ts';
import type { RowValues } from '../store/RowValues.ts';
import { completeLicenses, type ReportedSeats } from './completeLicenses.ts';
import { completeProfiles } from './completeProfiles.ts';
import { completeSets } from './completeSets.ts';
import { completeUsers } from './completeUsers.ts';
import { ImportError } from './ImportError.ts';
import { IMPORTED_OBJECTS, importedObject, objectOfFile } from './importedObjects.ts';
import { ParentRecords } from './ParentRecords.ts';
import { readCsvRecords } from './readCsvRecords.ts';
import { readJsonRecords } from './readJsonRecords.ts';
import { RecordReader } from './RecordReader.ts';
import { findDangling, referencesTo } from './references.ts';
import type { SourceRecord } from './SourceRecord.ts';
import { rememberKnownFields } from './UnknownFields.ts';

export interface ImportSummary {
  /** Rows of the files by object; parents that were nested are not counted. */
  readonly rows: ReadonlyMap<string, number>;
  /** Objects of which nothing is known. */
  readonly unknownObjects: readonly string[];
}

const PROGRESS_ROWS = 50_000;

/** Every row of an object and its field of used seats. */
const USED_SEATS: Readonly<Record<string, LicenseObject>> = {
  UserLicense: 'UserLicense',
  PermissionSetLicense: 'PermissionSetLicense',
  PackageLicense: 'PackageLicense',
};

/**
 * Replaces the rows of an org by those of a folder's files. Must run inside a savepoint that is rolled back when this throws:
 * ImportError names file and row.
 */
export function importDirectory(target: SeedTarget, directory: string, log: (line: string) => void): ImportSummary {
  const files = filesOf(directory);
  return new DirectoryImport(target, log).run(files);
}

function filesOf(directory: string): string[] {
  const files = readdirSync(directory)
    .filter((file) => /\.(json|csv)$/i.test(file))
    .sort()
    .map((file) => join(directory, file));
  if (files.length === 0) {
    throw new ImportError(
      directory,
      null,
      'there is no .json and no .csv file. Save what "sf data query --json" prints.',
    );
  }
  return files;
}

class DirectoryImport {
  private readonly target: SeedTarget;
  private readonly log: (line: string) => void;
  private readonly parents: ParentRecords;
  private readonly reader: RecordReader;
  private readonly rows = new Map<string, number>();
  private readonly known = new Map<string, Set<string>>();
  private readonly seats: ReportedSeats = new Map();
  private files: readonly string[] = [];

  constructor(target: SeedTarget, log: (line: string) => void) {
    this.target = target;
    this.log = log;
    this.parents = new ParentRecords(target.store);
    this.reader = new RecordReader(target.store, this.parents);
  }

  run(files: readonly string[]): ImportSummary {
    const { store } = this.target;
    this.files = files;
    store.deleteAllRows();
    forgetPersonas(store);
    resetLocalState(store);
    const objects = Object.keys(IMPORTED_OBJECTS);
    store.withoutIndexes(objects, () => {
      for (const file of files) this.readFile(file);
      this.log('Making the indexes…');
    });
    for (const { object, row } of this.parents.rows()) this.remember(object, row);
    const touched = () => new Set([...this.rows.keys(), ...this.parents.objects()]);
    this.parents.write((object) => referencesTo(store, touched(), object));
    this.refuseDangling();
    this.complete();
    rememberKnownFields(store, this.known);
    return { rows: this.rows, unknownObjects: objects.filter((object) => !this.known.has(object)) };
  }

  private readFile(path: string): void {
    const file = basename(path);
    const byName = objectOfFile(file);
    const records = /\.json$/i.test(path) ? readJsonRecords(path) : readCsvRecords(path);
    let count = 0;
    for (const record of records) {
      const object = this.objectOf(record, byName, file);
      const values = this.understood(object, record, file);
      this.write(object, values, file, record.row);
      if (++count % PROGRESS_ROWS === 0) this.log(`${file}: ${count.toLocaleString('en')} rows`);
    }
    // An empty file says that there are none.
    if (count === 0 && byName) {
      this.rows.set(byName, this.rows.get(byName) ?? 0);
      this.knownOf(byName).add('Id');
    }
    if (count % PROGRESS_ROWS !== 0) this.log(`${file}: ${count.toLocaleString('en')} rows`);
  }

  private objectOf(record: SourceRecord, byName: string | null, file: string): string {
    const object = record.object === null ? byName : importedObject(record.object);
    if (object) return object;
    const what = record.object ?? basename(file).replace(/\..*$/, '');
    throw new ImportError(
      file,
      record.row,
      `"${what}" is no object that is imported. Those are ${Object.keys(IMPORTED_OBJECTS).join(', ')}.`,
    );
  }

  private understood(object: string, record: SourceRecord, file: string): RowValues {
    let row: RowValues;
    try {
      row = this.reader.read(object, record);
    } catch (error) {
      throw new ImportError(file, record.row, (error as Error).message);
    }
    if (row.Id === null) throw new ImportError(file, record.row, `the ${object} has no Id. Add Id to the query.`);
    if (this.isIdOfAnother(object, String(row.Id))) {
      throw new ImportError(file, record.row, `${String(row.Id)} is not the Id of a ${object}.`);
    }
    for (const field of IMPORTED_OBJECTS[object] ?? []) {
      if (row[field] === undefined || (row[field] === null && field !== 'UserOrGroupId')) {
        throw new ImportError(file, record.row, `the ${object} has no ${field}. Add ${field} to the query.`);
      }
    }
    return row;
  }

  /** Not every prefix of Salesforce is known for sure: only one that stands for another of these objects tells something. */
  private isIdOfAnother(object: string, id: string): boolean {
    return Object.keys(IMPORTED_OBJECTS).some((other) => {
      const prefix = this.target.schema.object(other)?.keyPrefix;
      return other !== object && Boolean(prefix) && id.startsWith(String(prefix));
    });
  }

  private write(object: string, row: RowValues, file: string, at: number): void {
    const { store } = this.target;
    this.remember(object, row);
    this.rows.set(object, (this.rows.get(object) ?? 0) + 1);
    const stored: RowValues = {};
    for (const field in row) if (!store.isDerived(object, field)) stored[field] = row[field] ?? null;
    try {
      store.insertRow(object, stored);
    } catch (error) {
      if (!/UNIQUE constraint/.test((error as Error).message)) throw error;
      throw new ImportError(file, at, `the Id ${String(row.Id)} was there in an earlier row.`);
    }
  }

  private remember(object: string, row: RowValues): void {
    const known = this.knownOf(object);
    for (const field in row) known.add(field);
    const license = USED_SEATS[object];
    if (license && typeof row.UsedLicenses === 'number') {
      this.seats.set(`${object} ${String(row.Id)}`, { object: license, id: String(row.Id), used: row.UsedLicenses });
    }
  }

  private knownOf(object: string): Set<string> {
    let known = this.known.get(object);
    if (!known) this.known.set(object, (known = new Set()));
    return known;
  }

  /** Only now is it known which file and row a reference stands in: the files are read again up to it. */
  private refuseDangling(): void {
    const dangling = findDangling(this.target.store, new Set(this.rows.keys()));
    if (!dangling) return;
    const { object, id, field, value, target } = dangling;
    const problem = `${field} is ${value}, and there is no such ${target} in the files. Export both at the same time.`;
    for (const path of this.files) {
      const file = basename(path);
      for (const record of /\.json$/i.test(path) ? readJsonRecords(path) : readCsvRecords(path)) {
        const isObject = this.objectOf(record, objectOfFile(file), file) === object;
        if (isObject && this.reader.read(object, record).Id === id) throw new ImportError(file, record.row, problem);
      }
    }
    throw new ImportError(`${object} ${id}`, null, problem);
  }

  private complete(): void {
    const { store, clock } = this.target;
    if (store.rawQuery('SELECT 1 AS hit FROM "Organization" LIMIT 1').length === 0)
      seedOrganization(store, { name: 'Imported org', createdAt: clock.now() });
    const exported = new Set(store.findRows('Profile').map(({ Id }) => String(Id)));
    completeSets(this.target, this.known);
    completeUsers(this.target);
    completeProfiles(this.target, this.known, exported);
    completeLicenses(this.target, this.seats);
    this.forgetMoments();
  }

  /** When rows were made and changed the org notes by itself; of these rows it was not there. */
  private forgetMoments(): void {
    const { store, schema } = this.target;
    for (const [object, known] of this.known) {
      const moments = ['CreatedDate', 'LastModifiedDate', 'SystemModstamp'].filter(
        (field) => !known.has(field) && schema.object(object)?.fields.has(field.toLowerCase()),
      );
      if (moments.length > 0)
        store.database.exec(`UPDATE "${object}" SET ${moments.map((field) => `"${field}" = NULL`).join(', ')}`);
    }
  }
}
