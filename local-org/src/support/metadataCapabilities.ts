import { REFUSED_KINDS } from '../metadata/refusedKinds.ts';
import type { Capability } from './Capability.ts';

const OBJECT = 'objects/Thing__c/Thing__c.object-meta.xml';

function element(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${root}>\n`;
}

function object(content = ''): string {
  return element(
    'CustomObject',
    `<label>Thing</label><pluralLabel>Things</pluralLabel><nameField><label>Name</label><type>Text</type></nameField>
     <sharingModel>Private</sharingModel><deploymentStatus>Deployed</deploymentStatus>${content}`,
  );
}

function understood(name: string, path: string, text: string, missing?: string): Capability {
  return { name, example: { metadata: [path, text] }, standing: 'implemented', ...(missing ? { missing } : {}) };
}

function refused(name: string, path: string, text = ''): Capability {
  return { name, example: { metadata: [path, text] }, standing: 'refused' };
}

function field(type: string, content: string): string {
  const text = `<fields><fullName>Part__c</fullName><label>Part</label><type>${type}</type>${content}</fields>`;
  return object(text);
}

export const METADATA_CAPABILITIES: readonly Capability[] = [
  understood('Custom objects', OBJECT, object(), 'record types, list views and layouts mean nothing'),
  understood(
    'Custom fields',
    OBJECT,
    field('Text', '<length>40</length>'),
    'formulas, roll-up summaries and the types below',
  ),
  understood(
    'Validation rules',
    'objects/Account/validationRules/Never.validationRule-meta.xml',
    element(
      'ValidationRule',
      '<fullName>Never</fullName><active>true</active><errorConditionFormula>ISBLANK(Name)</errorConditionFormula><errorMessage>No</errorMessage>',
    ),
    'most functions of formulas',
  ),
  understood(
    'Settings',
    'settings/Chatter.settings-meta.xml',
    element('ChatterSettings', '<enableChatter>true</enableChatter>'),
    'all but enableChatter of ChatterSettings mean nothing',
  ),
  understood('Custom labels', 'labels/CustomLabels.labels-meta.xml', element('CustomLabels', ''), 'translations'),
  understood(
    'Permission sets',
    'permissionsets/Some.permissionset-meta.xml',
    element('PermissionSet', '<label>Some</label>'),
    'flow, page and record type access, external credentials',
  ),
  understood(
    'Profiles',
    'profiles/Some.profile-meta.xml',
    element('Profile', '<custom>true</custom><userLicense>Salesforce</userLicense>'),
    'login hours, IP ranges, login flows; flow, page, record type and external data source access; layout assignments mean nothing',
  ),
  understood(
    'Custom permissions',
    'customPermissions/Some.customPermission-meta.xml',
    element('CustomPermission', '<label>Some</label>'),
    'permissions that they require',
  ),
  understood(
    'Custom settings',
    'objects/Setting__c/Setting__c.object-meta.xml',
    element('CustomObject', '<label>Setting</label><customSettingsType>Hierarchy</customSettingsType>'),
  ),
  understood(
    'Platform events',
    'objects/Thing__e/Thing__e.object-meta.xml',
    element(
      'CustomObject',
      `<label>Thing</label><pluralLabel>Things</pluralLabel><eventType>HighVolume</eventType>
       <publishBehavior>PublishAfterCommit</publishBehavior><deploymentStatus>Deployed</deploymentStatus>`,
    ),
  ),
  understood(
    'Custom metadata types',
    'objects/Thing__mdt/Thing__mdt.object-meta.xml',
    element('CustomObject', '<label>Thing</label><pluralLabel>Things</pluralLabel><visibility>Public</visibility>'),
  ),
  understood(
    'Permission set groups',
    'permissionsetgroups/Some.permissionsetgroup-meta.xml',
    element('PermissionSetGroup', '<label>Some</label>'),
  ),
  refused('Fields: formulas', OBJECT, field('Text', '<formula>Name</formula>')),
  refused('Fields: roll-up summaries', OBJECT, field('Summary', '<summaryOperation>count</summaryOperation>')),
  refused('Fields: geolocation', OBJECT, field('Location', '<scale>2</scale>')),
  refused('Fields: encrypted text', OBJECT, field('EncryptedText', '<length>20</length>')),
  refused('Record types', 'objects/Thing__c/recordTypes/One.recordType-meta.xml', element('RecordType', '')),
  ...[...new Map(Object.entries(REFUSED_KINDS).map(([suffix, kind]) => [kind, suffix]))].map(([kind, suffix]) =>
    refused(kind, `other/Some.${suffix}-meta.xml`),
  ),
];
