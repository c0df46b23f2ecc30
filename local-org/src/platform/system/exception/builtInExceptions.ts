import type { ApexException } from '../../../runtime/ApexException.ts';
import { runtimeType } from '../../../types/RuntimeType.ts';
import { ApexMap } from '../../../values/ApexMap.ts';
import { ApexSet } from '../../../values/ApexSet.ts';
import { definePlatformType, type PlatformType } from '../../definePlatformType.ts';
import { exceptionConstructors } from './Exception.ts';

/** The exceptions of the platform that code may throw, catch and construct. */
const NAMES = [
  'System.AssertException',
  'System.AsyncException',
  'System.BigObjectException',
  'System.CalloutException',
  'System.DmlException',
  'System.DuplicateMessageException',
  'System.EmailException',
  'System.ExternalObjectException',
  'System.FatalCursorException',
  'System.FinalException',
  'System.FlowException',
  'System.HandledException',
  'System.IllegalArgumentException',
  'System.InvalidReadOnlyUserDmlException',
  'System.JSONException',
  'System.LimitException',
  'System.ListException',
  'System.MathException',
  'System.NoAccessException',
  'System.NoDataFoundException',
  'System.NoSuchElementException',
  'System.NullPointerException',
  'System.ProcedureException',
  'System.RequiredFeatureMissingException',
  'System.SearchException',
  'System.SecurityException',
  'System.SerializationException',
  'System.SObjectException',
  'System.StringException',
  'System.TransientCursorException',
  'System.TypeException',
  'System.UnexpectedException',
  'System.VisualforceException',
  'System.XmlException',
  'EventBus.RetryableException',
];

export const builtInExceptions: readonly PlatformType[] = [
  ...NAMES.map((name) =>
    definePlatformType({ name, extends: 'System.Exception', constructors: exceptionConstructors }),
  ),
  definePlatformType({
    name: 'System.QueryException',
    extends: 'System.Exception',
    constructors: exceptionConstructors,
    methods: {
      'Map<String, Set<String>> getInaccessibleFields()': (self: ApexException) =>
        new ApexMap(
          runtimeType('Map<String,Set<String>>'),
          [...self.inaccessibleFields].map(([object, fields]) => [
            object,
            new ApexSet(runtimeType('Set<String>'), fields),
          ]),
        ),
    },
  }),
  // On Salesforce its constructor takes the parameter's name and a text; how they make the message is not known.
  definePlatformType({
    name: 'System.InvalidParameterValueException',
    extends: 'System.Exception',
    missing: 'It can be caught, not constructed.',
  }),
];
