import type { ObjectDescription } from '../schema/SchemaCatalog.ts';
import type { DmlOperation } from './SObjectRule.ts';

/** Whether Apex may do this to rows of an object at all; the compiler refuses it where it knows the object. */
export function isAllowed(object: ObjectDescription, operation: DmlOperation): boolean {
  // Events are published, custom metadata is deployed.
  if (object.kind === 'event' || object.kind === 'metadataType') return false;
  switch (operation) {
    case 'insert':
      return object.isCreateable;
    case 'update':
      return object.isUpdateable;
    case 'upsert':
      return object.isCreateable && object.isUpdateable;
    case 'delete':
      return object.isDeletable;
    case 'undelete':
      return object.isUndeletable;
  }
}
