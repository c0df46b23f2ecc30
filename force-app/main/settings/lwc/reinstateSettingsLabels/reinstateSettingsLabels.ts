import loading from '@salesforce/label/c.Reinstate_UI_SettingsLoading';
import loadFailed from '@salesforce/label/c.Reinstate_UI_SettingsLoadFailed';
import readOnly from '@salesforce/label/c.Reinstate_UI_SettingsReadOnly';
import save from '@salesforce/label/c.Reinstate_UI_SettingsSave';
import saving from '@salesforce/label/c.Reinstate_UI_SettingsSaving';
import discard from '@salesforce/label/c.Reinstate_UI_SettingsDiscard';
import saved from '@salesforce/label/c.Reinstate_UI_SettingsSaved';
import saveFailed from '@salesforce/label/c.Reinstate_UI_SettingsSaveFailed';
import groupRestore from '@salesforce/label/c.Reinstate_UI_SettingsGroupRestore';
import groupPolicy from '@salesforce/label/c.Reinstate_UI_SettingsGroupPolicy';
import groupRisk from '@salesforce/label/c.Reinstate_UI_SettingsGroupRisk';
import groupMemory from '@salesforce/label/c.Reinstate_UI_SettingsGroupMemory';
import confirm from '@salesforce/label/c.Reinstate_UI_SettingsConfirm';
import confirmHelp from '@salesforce/label/c.Reinstate_UI_SettingsConfirmHelp';
import choice from '@salesforce/label/c.Reinstate_UI_SettingsChoice';
import choiceHelp from '@salesforce/label/c.Reinstate_UI_SettingsChoiceHelp';
import choiceAll from '@salesforce/label/c.Reinstate_UI_SettingsChoiceAll';
import choiceLeast from '@salesforce/label/c.Reinstate_UI_SettingsChoiceLeast';
import choicePick from '@salesforce/label/c.Reinstate_UI_SettingsChoicePick';
import mail from '@salesforce/label/c.Reinstate_UI_SettingsMail';
import mailHelp from '@salesforce/label/c.Reinstate_UI_SettingsMailHelp';
import extension from '@salesforce/label/c.Reinstate_UI_SettingsExtension';
import extensionHelp from '@salesforce/label/c.Reinstate_UI_SettingsExtensionHelp';
import lowSeats from '@salesforce/label/c.Reinstate_UI_SettingsLowSeats';
import lowSeatsHelp from '@salesforce/label/c.Reinstate_UI_SettingsLowSeatsHelp';
import reason from '@salesforce/label/c.Reinstate_UI_SettingsReason';
import reasonHelp from '@salesforce/label/c.Reinstate_UI_SettingsReasonHelp';
import ticket from '@salesforce/label/c.Reinstate_UI_SettingsTicket';
import ticketHelp from '@salesforce/label/c.Reinstate_UI_SettingsTicketHelp';
import pattern from '@salesforce/label/c.Reinstate_UI_SettingsPattern';
import patternHelp from '@salesforce/label/c.Reinstate_UI_SettingsPatternHelp';
import patternBad from '@salesforce/label/c.Reinstate_UI_SettingsPatternBad';
import riskPermissions from '@salesforce/label/c.Reinstate_UI_SettingsRiskPermissions';
import riskPermissionsHelp from '@salesforce/label/c.Reinstate_UI_SettingsRiskPermissionsHelp';
import riskProfiles from '@salesforce/label/c.Reinstate_UI_SettingsRiskProfiles';
import riskProfilesHelp from '@salesforce/label/c.Reinstate_UI_SettingsRiskProfilesHelp';
import riskSets from '@salesforce/label/c.Reinstate_UI_SettingsRiskSets';
import riskSetsHelp from '@salesforce/label/c.Reinstate_UI_SettingsRiskSetsHelp';
import snapshots from '@salesforce/label/c.Reinstate_UI_SettingsSnapshots';
import snapshotsHelp from '@salesforce/label/c.Reinstate_UI_SettingsSnapshotsHelp';
import snapshotDays from '@salesforce/label/c.Reinstate_UI_SettingsSnapshotDays';
import snapshotDaysHelp from '@salesforce/label/c.Reinstate_UI_SettingsSnapshotDaysHelp';
import recordDays from '@salesforce/label/c.Reinstate_UI_SettingsRecordDays';
import recordDaysHelp from '@salesforce/label/c.Reinstate_UI_SettingsRecordDaysHelp';
import versionDays from '@salesforce/label/c.Reinstate_UI_SettingsVersionDays';
import versionDaysHelp from '@salesforce/label/c.Reinstate_UI_SettingsVersionDaysHelp';
import storage from '@salesforce/label/c.Reinstate_UI_SettingsStorage';
import kilobytes from '@salesforce/label/c.Reinstate_UI_SettingsKilobytes';
import megabytes from '@salesforce/label/c.Reinstate_UI_SettingsMegabytes';
import baselineHeading from '@salesforce/label/c.Reinstate_UI_BaselineHeading';
import baselineHelp from '@salesforce/label/c.Reinstate_UI_BaselineHelp';
import baselineOn from '@salesforce/label/c.Reinstate_UI_BaselineOn';
import baselineOff from '@salesforce/label/c.Reinstate_UI_BaselineOff';
import baselineSwitchOn from '@salesforce/label/c.Reinstate_UI_BaselineSwitchOn';
import baselineSwitchOff from '@salesforce/label/c.Reinstate_UI_BaselineSwitchOff';
import baselineAskHeading from '@salesforce/label/c.Reinstate_UI_BaselineAskHeading';
import baselineAskStorage from '@salesforce/label/c.Reinstate_UI_BaselineAskStorage';
import baselineAskRunsAs from '@salesforce/label/c.Reinstate_UI_BaselineAskRunsAs';
import baselineConfirm from '@salesforce/label/c.Reinstate_UI_BaselineConfirm';
import baselineCancel from '@salesforce/label/c.Reinstate_UI_BaselineCancel';
import baselineRecords from '@salesforce/label/c.Reinstate_UI_BaselineRecords';
import baselineLastRun from '@salesforce/label/c.Reinstate_UI_BaselineLastRun';
import baselineNextRun from '@salesforce/label/c.Reinstate_UI_BaselineNextRun';
import baselineRunsAs from '@salesforce/label/c.Reinstate_UI_BaselineRunsAs';
import baselineFailed from '@salesforce/label/c.Reinstate_UI_BaselineFailed';
import baselineAttention from '@salesforce/label/c.Reinstate_UI_BaselineAttention';
import importHeading from '@salesforce/label/c.Reinstate_UI_ImportHeading';
import importHelp from '@salesforce/label/c.Reinstate_UI_ImportHelp';
import importNotStarted from '@salesforce/label/c.Reinstate_UI_ImportNotStarted';
import importRunning from '@salesforce/label/c.Reinstate_UI_ImportRunning';
import importStopped from '@salesforce/label/c.Reinstate_UI_ImportStopped';
import importIncomplete from '@salesforce/label/c.Reinstate_UI_ImportIncomplete';
import importFinished from '@salesforce/label/c.Reinstate_UI_ImportFinished';
import importProgress from '@salesforce/label/c.Reinstate_UI_ImportProgress';
import importReaches from '@salesforce/label/c.Reinstate_UI_ImportReaches';
import importStart from '@salesforce/label/c.Reinstate_UI_ImportStart';
import importGoOn from '@salesforce/label/c.Reinstate_UI_ImportGoOn';
import importAgain from '@salesforce/label/c.Reinstate_UI_ImportAgain';
import importFailed from '@salesforce/label/c.Reinstate_UI_ImportFailed';
import subscribersHeading from '@salesforce/label/c.Reinstate_UI_SubscribersHeading';
import subscribersHelp from '@salesforce/label/c.Reinstate_UI_SubscribersHelp';
import subscribersNotListed from '@salesforce/label/c.Reinstate_UI_SubscribersNotListed';
import subscribersRunning from '@salesforce/label/c.Reinstate_UI_SubscribersRunning';
import subscribersStopped from '@salesforce/label/c.Reinstate_UI_SubscribersStopped';
import subscribersCure from '@salesforce/label/c.Reinstate_UI_SubscribersCure';
import subscribersRetries from '@salesforce/label/c.Reinstate_UI_SubscribersRetries';
import subscribersLastError from '@salesforce/label/c.Reinstate_UI_SubscribersLastError';
import subscribersOpen from '@salesforce/label/c.Reinstate_UI_SubscribersOpen';
import subscribersNone from '@salesforce/label/c.Reinstate_UI_SubscribersNone';

/** Labels of the settings. */
export const labels = {
    loading,
    loadFailed,
    readOnly,
    save,
    saving,
    discard,
    saved,
    saveFailed,
    groupRestore,
    groupPolicy,
    groupRisk,
    groupMemory,
    confirm,
    confirmHelp,
    choice,
    choiceHelp,
    choiceAll,
    choiceLeast,
    choicePick,
    mail,
    mailHelp,
    extension,
    extensionHelp,
    lowSeats,
    lowSeatsHelp,
    reason,
    reasonHelp,
    ticket,
    ticketHelp,
    pattern,
    patternHelp,
    patternBad,
    riskPermissions,
    riskPermissionsHelp,
    riskProfiles,
    riskProfilesHelp,
    riskSets,
    riskSetsHelp,
    snapshots,
    snapshotsHelp,
    snapshotDays,
    snapshotDaysHelp,
    recordDays,
    recordDaysHelp,
    versionDays,
    versionDaysHelp,
    storage,
    kilobytes,
    megabytes,
};

/** Labels of the nightly baseline. */
export const baselineLabels = {
    heading: baselineHeading,
    help: baselineHelp,
    on: baselineOn,
    off: baselineOff,
    switchOn: baselineSwitchOn,
    switchOff: baselineSwitchOff,
    askHeading: baselineAskHeading,
    askStorage: baselineAskStorage,
    askRunsAs: baselineAskRunsAs,
    confirm: baselineConfirm,
    cancel: baselineCancel,
    records: baselineRecords,
    lastRun: baselineLastRun,
    nextRun: baselineNextRun,
    runsAs: baselineRunsAs,
    failed: baselineFailed,
    attention: baselineAttention,
};

/** Labels of the import of the audit trail. */
export const importLabels = {
    heading: importHeading,
    help: importHelp,
    notStarted: importNotStarted,
    running: importRunning,
    stopped: importStopped,
    incomplete: importIncomplete,
    finished: importFinished,
    progress: importProgress,
    reaches: importReaches,
    start: importStart,
    goOn: importGoOn,
    again: importAgain,
    failed: importFailed,
};

/** Labels of the state of the listeners. */
export const subscriberLabels = {
    heading: subscribersHeading,
    help: subscribersHelp,
    notListed: subscribersNotListed,
    running: subscribersRunning,
    stopped: subscribersStopped,
    cure: subscribersCure,
    retries: subscribersRetries,
    lastError: subscribersLastError,
    open: subscribersOpen,
    none: subscribersNone,
};
