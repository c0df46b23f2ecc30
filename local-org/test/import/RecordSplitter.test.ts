import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CsvParser } from '../../src/import/CsvParser.ts';
import { RecordSplitter } from '../../src/import/RecordSplitter.ts';

const RECORDS = [
  { Name: 'brackets ]}[{ and "quotes" \\', Child: { records: [{ Id: 1 }, { Id: 2 }], done: true } },
  { Name: 'Łódź 😀', List: [[], {}] },
];
const TEXT = JSON.stringify({ status: 0, result: { records: RECORDS, totalSize: 2, done: true } });

test('records are the same wherever the pieces end', () => {
  for (let size = 1; size <= TEXT.length; size++) {
    const splitter = new RecordSplitter();
    const found: unknown[] = [];
    for (let at = 0; at < TEXT.length; at += size) {
      for (const record of splitter.take(TEXT.slice(at, at + size))) found.push(JSON.parse(record));
    }
    assert.deepEqual(found, RECORDS, `pieces of ${size}`);
    assert.deepEqual(JSON.parse(splitter.frame), { status: 0, result: { records: [], totalSize: 2, done: true } });
    assert.ok(splitter.isComplete);
  }
});

test('every cut is seen', () => {
  for (let length = 0; length < TEXT.length; length++) {
    const splitter = new RecordSplitter();
    [...splitter.take(TEXT.slice(0, length))].forEach((record) =>
      assert.doesNotThrow(() => JSON.parse(record) as unknown),
    );
    assert.equal(splitter.isComplete, false, TEXT.slice(0, length));
  }
});

test('cells are the same wherever the pieces end', () => {
  const text = 'a,"b ""c"", d","e\nf",\r\n,"",g,h\n';
  for (let size = 1; size <= text.length; size++) {
    const parser = new CsvParser();
    const rows: string[][] = [];
    for (let at = 0; at < text.length; at += size) rows.push(...parser.take(text.slice(at, at + size)));
    assert.deepEqual(rows, [
      ['a', 'b "c", d', 'e\nf', ''],
      ['', '', 'g', 'h'],
    ]);
    assert.equal(parser.end(), null);
  }
});
