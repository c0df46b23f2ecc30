/**
 * Proof, for the compiler alone, that what the components believe about Apex (types/reinstate.d.ts) is
 * what Apex declares (types/generated/apex.d.ts, written from the classes). The components know more
 * than Apex can say: which values a text may have and which fields are never empty. What both can say
 * has to agree, field by field. A field that is added, renamed or retyped on one side only is an error here.
 */
type Widened<T> = T extends string
    ? string
    : T extends number
      ? number
      : T extends boolean
        ? boolean
        : T extends (infer Element)[]
          ? Widened<Element>[]
          : T extends object
            ? { [Field in keyof T]-?: Widened<NonNullable<T[Field]>> | null }
            : T;

type Agrees<Believed, Declared> = [Widened<Believed>] extends [Declared]
    ? [Declared] extends [Widened<Believed>]
        ? true
        : 'Apex declares a field otherwise than the components believe'
    : 'The components believe a field that Apex does not declare so';

/** Everything that goes over the wire hangs on these. */
export const agreements: [
    Agrees<Reinstate.InactiveUserQuery, InactiveUserQuery>,
    Agrees<Reinstate.ConsoleState, ConsoleState>,
    Agrees<Reinstate.RestoreOptions, RestoreOptions>,
    Agrees<Reinstate.RestorePlanView, RestorePlanView>,
    Agrees<Reinstate.RestoreOutcomeView, RestoreOutcomeView>,
    Agrees<Reinstate.RestoreVerificationView, RestoreVerificationView>,
    Agrees<Reinstate.RestoreActivityQuery, RestoreActivityQuery>,
    Agrees<Reinstate.RestoreActivityPage, RestoreActivityPage>,
    Agrees<Reinstate.ChoiceQuery, ChoiceQuery>,
    Agrees<Reinstate.RestoreChoice, RestoreChoice>,
    Agrees<Reinstate.UndoPlanView, UndoPlanView>,
    Agrees<Reinstate.UserHistoryEntry, UserHistoryEntry>,
    Agrees<Reinstate.RestoreRecordDetail, RestoreRecordDetail>,
    Agrees<Reinstate.RestoreActivityExport, RestoreActivityExport>,
    Agrees<Reinstate.RestoreSettingsView, RestoreSettingsView>,
    Agrees<Reinstate.SettingsState, SettingsState>,
    Agrees<Reinstate.PackageSeats, PackageSeats>,
    Agrees<Reinstate.SeatReleasePlan, SeatReleasePlan>,
] = [true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true];
