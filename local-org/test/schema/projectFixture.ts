import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readProjectSchema } from '../../src/schema/project/readProjectSchema.ts';
import type { ProjectSchema } from '../../src/schema/project/ProjectSchema.ts';
import { removeDirectory, temporaryDirectory } from '../temporaryDirectory.ts';

/** Writes metadata files into a folder of their own and reads them as a project. Keys are paths below it. */
export function readFiles(files: Record<string, string>): ProjectSchema {
  const directory = temporaryDirectory('schema');
  const paths = Object.entries(files).map(([path, text]) => {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  });
  const schema = readProjectSchema(paths, directory);
  removeDirectory(directory);
  return schema;
}

export function customObject(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">${content}</CustomObject>`;
}

export function customField(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><CustomField xmlns="http://soap.sforce.com/2006/04/metadata">${content}</CustomField>`;
}

const RECORD = '<label>Thing</label><pluralLabel>Things</pluralLabel><sharingModel>Private</sharingModel>';

/** One object with a field of each kind that tests of DML and SOQL need. */
export const THING_FILES: Record<string, string> = {
  'objects/Thing__c/Thing__c.object-meta.xml': customObject(
    `${RECORD}<nameField><label>Number</label><type>AutoNumber</type><displayFormat>T-{0000}</displayFormat></nameField>`,
  ),
  'objects/Thing__c/fields/Key__c.field-meta.xml': customField(
    '<fullName>Key__c</fullName><label>Key</label><type>Text</type><length>20</length><required>true</required><unique>true</unique><externalId>true</externalId>',
  ),
  'objects/Thing__c/fields/Text__c.field-meta.xml': customField(
    '<fullName>Text__c</fullName><label>Text</label><type>Text</type><length>40</length>',
  ),
  'objects/Thing__c/fields/Long__c.field-meta.xml': customField(
    '<fullName>Long__c</fullName><label>Long</label><type>LongTextArea</type><length>1000</length><visibleLines>3</visibleLines>',
  ),
  'objects/Thing__c/fields/Amount__c.field-meta.xml': customField(
    '<fullName>Amount__c</fullName><label>Amount</label><type>Number</type><precision>8</precision><scale>2</scale>',
  ),
  'objects/Thing__c/fields/Flag__c.field-meta.xml': customField(
    '<fullName>Flag__c</fullName><label>Flag</label><type>Checkbox</type><defaultValue>true</defaultValue>',
  ),
  'objects/Thing__c/fields/Day__c.field-meta.xml': customField(
    '<fullName>Day__c</fullName><label>Day</label><type>Date</type>',
  ),
  'objects/Thing__c/fields/Moment__c.field-meta.xml': customField(
    '<fullName>Moment__c</fullName><label>Moment</label><type>DateTime</type>',
  ),
  'objects/Thing__c/fields/Status__c.field-meta.xml': customField(
    '<fullName>Status__c</fullName><label>Status</label><type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted><value><fullName>Open</fullName><default>true</default><label>Open</label></value><value><fullName>Closed</fullName><default>false</default><label>Closed</label></value></valueSetDefinition></valueSet>',
  ),
  'objects/Thing__c/fields/Parent__c.field-meta.xml': customField(
    '<fullName>Parent__c</fullName><label>Parent</label><type>Lookup</type><referenceTo>Thing__c</referenceTo><relationshipName>Children</relationshipName>',
  ),
  'objects/Thing__c/fields/Person__c.field-meta.xml': customField(
    '<fullName>Person__c</fullName><label>Person</label><type>Lookup</type><referenceTo>User</referenceTo><relationshipName>Things</relationshipName>',
  ),
  'objects/Setting__c/Setting__c.object-meta.xml': customObject(
    '<label>Setting</label><customSettingsType>Hierarchy</customSettingsType><visibility>Public</visibility>',
  ),
  'objects/Setting__c/fields/Limit__c.field-meta.xml': customField(
    '<fullName>Limit__c</fullName><label>Limit</label><type>Number</type><precision>4</precision><scale>0</scale>',
  ),
  'objects/Setting__c/fields/Text__c.field-meta.xml': customField(
    '<fullName>Text__c</fullName><label>Text</label><type>Text</type><length>40</length>',
  ),
  'objects/Rule__mdt/Rule__mdt.object-meta.xml': customObject('<label>Rule</label><pluralLabel>Rules</pluralLabel>'),
  'objects/Rule__mdt/fields/Size__c.field-meta.xml': customField(
    '<fullName>Size__c</fullName><label>Size</label><type>Number</type><precision>4</precision><scale>0</scale>',
  ),
  'customMetadata/Rule.Default.md-meta.xml':
    '<?xml version="1.0" encoding="UTF-8"?><CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><label>Default rule</label><protected>false</protected><values><field>Size__c</field><value xsi:type="xsd:double">7.0</value></values></CustomMetadata>',
  'objects/News__e/News__e.object-meta.xml': customObject(
    '<label>News</label><pluralLabel>News</pluralLabel><eventType>HighVolume</eventType><publishBehavior>PublishAfterCommit</publishBehavior>',
  ),
};
