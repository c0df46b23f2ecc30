import type { SchemaCode } from '../../diagnostics/metadataProblems.ts';
import type { RowValues } from '../../store/RowValues.ts';
import type {
  ChildRelationship,
  FieldDescription,
  FieldSetDescription,
  ObjectDescription,
  ValidationRule,
} from '../SchemaCatalog.ts';

/** What the metadata of a project says about objects, and what is wrong with it. */
export interface ProjectSchema {
  readonly objects: readonly ObjectDescription[];
  /** Custom fields on standard objects. */
  readonly standardFields: readonly { readonly object: string; readonly field: FieldDescription }[];
  /** On objects that the project does not own, and on its own ones. */
  readonly childRelationships: readonly { readonly parent: string; readonly relationship: ChildRelationship }[];
  readonly validationRules: readonly { readonly object: string; readonly rule: ValidationRule }[];
  readonly fieldSets: readonly { readonly object: string; readonly fieldSet: FieldSetDescription }[];
  readonly customMetadata: readonly CustomMetadataRecord[];
  /** Standard objects that are not there, because the settings of the project switch their feature off. */
  readonly absentObjects: readonly string[];
  readonly problems: readonly SchemaProblem[];
}

/** A record of a custom metadata type, as deployed. */
export interface CustomMetadataRecord {
  /** `X__mdt`. */
  readonly object: string;
  readonly developerName: string;
  readonly label: string;
  readonly values: RowValues;
}

/** A metadata file that Salesforce would refuse or that the local org does not understand. */
export interface SchemaProblem {
  readonly path: string;
  /** SCH01xx broken, SCH02xx refused by Salesforce, SCH09xx not supported by the local org. */
  readonly code: SchemaCode;
  readonly message: string;
}
