import title from '@salesforce/label/c.Reinstate_UI_ConsoleTitle';
import tagline from '@salesforce/label/c.Reinstate_UI_ConsoleTagline';
import usersOne from '@salesforce/label/c.Reinstate_UI_ConsoleUsersOne';
import usersMany from '@salesforce/label/c.Reinstate_UI_ConsoleUsersMany';
import usersAtLeast from '@salesforce/label/c.Reinstate_UI_ConsoleUsersAtLeast';
import refresh from '@salesforce/label/c.Reinstate_UI_ConsoleRefresh';
import loading from '@salesforce/label/c.Reinstate_UI_ConsoleLoading';
import openFailed from '@salesforce/label/c.Reinstate_UI_ConsoleOpenFailed';
import viewOnly from '@salesforce/label/c.Reinstate_UI_ConsoleViewOnly';
import missingSteps from '@salesforce/label/c.Reinstate_UI_ConsoleMissingSteps';
import usersTab from '@salesforce/label/c.Reinstate_UI_ConsoleUsersTab';
import activityTab from '@salesforce/label/c.Reinstate_UI_ConsoleActivityTab';
import seatsHeading from '@salesforce/label/c.Reinstate_UI_ConsoleSeatsHeading';
import seatsAsOf from '@salesforce/label/c.Reinstate_UI_ConsoleSeatsAsOf';
import seatsLeft from '@salesforce/label/c.Reinstate_UI_ConsoleSeatsLeft';
import seatsNone from '@salesforce/label/c.Reinstate_UI_ConsoleSeatsNone';
import foldedOne from '@salesforce/label/c.Reinstate_UI_ConsoleFoldedOne';
import foldedMany from '@salesforce/label/c.Reinstate_UI_ConsoleFoldedMany';
import seatUsed from '@salesforce/label/c.Reinstate_UI_ConsoleSeatUsed';
import seatMeter from '@salesforce/label/c.Reinstate_UI_ConsoleSeatMeter';
import seatAvailable from '@salesforce/label/c.Reinstate_UI_ConsoleSeatAvailable';
import seatLow from '@salesforce/label/c.Reinstate_UI_ConsoleSeatLow';
import seatFull from '@salesforce/label/c.Reinstate_UI_ConsoleSeatFull';
import seatOver from '@salesforce/label/c.Reinstate_UI_ConsoleSeatOver';
import seatDisabled from '@salesforce/label/c.Reinstate_UI_ConsoleSeatDisabled';
import seatNone from '@salesforce/label/c.Reinstate_UI_ConsoleSeatNone';
import seatOverBy from '@salesforce/label/c.Reinstate_UI_ConsoleSeatOverBy';
import usersHeading from '@salesforce/label/c.Reinstate_UI_ConsoleUsersHeading';
import usersTable from '@salesforce/label/c.Reinstate_UI_ConsoleUsersTable';
import usersRegion from '@salesforce/label/c.Reinstate_UI_ConsoleUsersRegion';
import searchLabel from '@salesforce/label/c.Reinstate_UI_ConsoleSearchLabel';
import searchPlaceholder from '@salesforce/label/c.Reinstate_UI_ConsoleSearchPlaceholder';
import searching from '@salesforce/label/c.Reinstate_UI_ConsoleSearching';
import sortLabel from '@salesforce/label/c.Reinstate_UI_ConsoleSortLabel';
import sortLastChange from '@salesforce/label/c.Reinstate_UI_ConsoleSortLastChange';
import sortLastLogin from '@salesforce/label/c.Reinstate_UI_ConsoleSortLastLogin';
import sortName from '@salesforce/label/c.Reinstate_UI_ConsoleSortName';
import shownOf from '@salesforce/label/c.Reinstate_UI_ConsoleShownOf';
import shownOfAtLeast from '@salesforce/label/c.Reinstate_UI_ConsoleShownOfAtLeast';
import trackedSince from '@salesforce/label/c.Reinstate_UI_ConsoleTrackedSince';
import listFailed from '@salesforce/label/c.Reinstate_UI_ConsoleListFailed';
import loadMore from '@salesforce/label/c.Reinstate_UI_ConsoleLoadMore';
import loadingMore from '@salesforce/label/c.Reinstate_UI_ConsoleLoadingMore';
import noMatchHeading from '@salesforce/label/c.Reinstate_UI_ConsoleNoMatchHeading';
import noMatchText from '@salesforce/label/c.Reinstate_UI_ConsoleNoMatchText';
import clearSearch from '@salesforce/label/c.Reinstate_UI_ConsoleClearSearch';
import nobodyHeading from '@salesforce/label/c.Reinstate_UI_ConsoleNobodyHeading';
import nobodyText from '@salesforce/label/c.Reinstate_UI_ConsoleNobodyText';
import columnUser from '@salesforce/label/c.Reinstate_UI_ConsoleColumnUser';
import columnProfile from '@salesforce/label/c.Reinstate_UI_ConsoleColumnProfile';
import columnLicense from '@salesforce/label/c.Reinstate_UI_ConsoleColumnLicense';
import columnLastLogin from '@salesforce/label/c.Reinstate_UI_ConsoleColumnLastLogin';
import columnDeactivated from '@salesforce/label/c.Reinstate_UI_ConsoleColumnDeactivated';
import columnStatus from '@salesforce/label/c.Reinstate_UI_ConsoleColumnStatus';
import never from '@salesforce/label/c.Reinstate_UI_ConsoleNever';
import beforeTracking from '@salesforce/label/c.Reinstate_UI_ConsoleBeforeTracking';
import notKnown from '@salesforce/label/c.Reinstate_UI_ConsoleNotKnown';
import deactivatedBy from '@salesforce/label/c.Reinstate_UI_ConsoleDeactivatedBy';
import frozenNotKnown from '@salesforce/label/c.Reinstate_UI_ConsoleFrozenNotKnown';
import seatsNotKnown from '@salesforce/label/c.Reinstate_UI_ConsoleSeatsNotKnown';
import highRiskNotKnown from '@salesforce/label/c.Reinstate_UI_ConsoleHighRiskNotKnown';
import frozen from '@salesforce/label/c.Reinstate_UI_ConsoleFrozen';
import highRisk from '@salesforce/label/c.Reinstate_UI_ConsoleHighRisk';
import noProfile from '@salesforce/label/c.Reinstate_UI_ConsoleNoProfile';
import noLicense from '@salesforce/label/c.Reinstate_UI_ConsoleNoLicense';
import oneSeatLeft from '@salesforce/label/c.Reinstate_UI_ConsoleOneSeatLeft';
import seatsLeftCount from '@salesforce/label/c.Reinstate_UI_ConsoleSeatsLeftCount';
import noSeatLeft from '@salesforce/label/c.Reinstate_UI_ConsoleNoSeatLeft';
import noSeatLeftOver from '@salesforce/label/c.Reinstate_UI_ConsoleNoSeatLeftOver';
import cannotRestore from '@salesforce/label/c.Reinstate_UI_ConsoleCannotRestore';
import restore from '@salesforce/label/c.Reinstate_UI_ConsoleRestore';
import restoreUser from '@salesforce/label/c.Reinstate_UI_ConsoleRestoreUser';
import restored from '@salesforce/label/c.Reinstate_UI_ConsoleRestored';
import viewChecks from '@salesforce/label/c.Reinstate_UI_ConsoleViewChecks';
import viewChecksOf from '@salesforce/label/c.Reinstate_UI_ConsoleViewChecksOf';
import setupHeading from '@salesforce/label/c.Reinstate_UI_ConsoleSetupHeading';
import setupIntro from '@salesforce/label/c.Reinstate_UI_ConsoleSetupIntro';
import setupStepOpen from '@salesforce/label/c.Reinstate_UI_ConsoleSetupStepOpen';
import setupStepAssign from '@salesforce/label/c.Reinstate_UI_ConsoleSetupStepAssign';
import setupStepReload from '@salesforce/label/c.Reinstate_UI_ConsoleSetupStepReload';
import setupRetry from '@salesforce/label/c.Reinstate_UI_ConsoleSetupRetry';
import settingsTab from '@salesforce/label/c.Reinstate_UI_ConsoleSettingsTab';
import openUser from '@salesforce/label/c.Reinstate_UI_ConsoleOpenUser';
import restoring from '@salesforce/label/c.Reinstate_UI_ConsoleRestoring';
import checking from '@salesforce/label/c.Reinstate_UI_ConsoleChecking';
import undoing from '@salesforce/label/c.Reinstate_UI_ConsoleUndoing';
import undone from '@salesforce/label/c.Reinstate_UI_ConsoleUndone';
import notRestored from '@salesforce/label/c.Reinstate_UI_ConsoleNotRestored';
import notUndone from '@salesforce/label/c.Reinstate_UI_ConsoleNotUndone';
import outcomeUnknown from '@salesforce/label/c.Reinstate_UI_ConsoleOutcomeUnknown';
import needsAttention from '@salesforce/label/c.Reinstate_UI_ConsoleNeedsAttention';
import undo from '@salesforce/label/c.Reinstate_UI_ConsoleUndo';
import undoUser from '@salesforce/label/c.Reinstate_UI_ConsoleUndoUser';
import checkAgain from '@salesforce/label/c.Reinstate_UI_ConsoleCheckAgain';
import checkAgainOf from '@salesforce/label/c.Reinstate_UI_ConsoleCheckAgainOf';
import cannotTakeBack from '@salesforce/label/c.Reinstate_UI_ConsoleCannotTakeBack';
import warnings from '@salesforce/label/c.Reinstate_UI_ConsoleWarnings';
import openSetup from '@salesforce/label/c.Reinstate_UI_ConsoleWarningOpen';
import noSeatOf from '@salesforce/label/c.Reinstate_UI_ConsoleNoSeatOf';
import freeSeat from '@salesforce/label/c.Reinstate_UI_ConsoleFreeSeat';
import freeSeatFor from '@salesforce/label/c.Reinstate_UI_ConsoleFreeSeatFor';
import undoToast from '@salesforce/label/c.Reinstate_UI_ConsoleUndoToast';
import undoNow from '@salesforce/label/c.Reinstate_UI_ConsoleUndoNow';
import undoLater from '@salesforce/label/c.Reinstate_UI_ConsoleUndoLater';
import closeToast from '@salesforce/label/c.Reinstate_UI_ConsoleCloseToast';
import alsoBackOne from '@salesforce/label/c.Reinstate_UI_ConsoleAlsoBackOne';
import alsoBackMany from '@salesforce/label/c.Reinstate_UI_ConsoleAlsoBackMany';

/** Labels of the console. */
export const labels = {
    title,
    tagline,
    usersOne,
    usersMany,
    usersAtLeast,
    refresh,
    loading,
    openFailed,
    viewOnly,
    missingSteps,
    usersTab,
    activityTab,
    settingsTab,
    seatsHeading,
    seatsAsOf,
    seatsLeft,
    seatsNone,
    foldedOne,
    foldedMany,
    seatUsed,
    seatMeter,
    seatAvailable,
    seatLow,
    seatFull,
    seatOver,
    seatDisabled,
    seatNone,
    seatOverBy,
    usersHeading,
    usersTable,
    usersRegion,
    searchLabel,
    searchPlaceholder,
    searching,
    sortLabel,
    sortLastChange,
    sortLastLogin,
    sortName,
    shownOf,
    shownOfAtLeast,
    trackedSince,
    listFailed,
    loadMore,
    loadingMore,
    noMatchHeading,
    noMatchText,
    clearSearch,
    nobodyHeading,
    nobodyText,
    columnUser,
    columnProfile,
    columnLicense,
    columnLastLogin,
    columnDeactivated,
    columnStatus,
    never,
    beforeTracking,
    notKnown,
    deactivatedBy,
    frozen,
    frozenNotKnown,
    seatsNotKnown,
    highRiskNotKnown,
    highRisk,
    noProfile,
    noLicense,
    oneSeatLeft,
    seatsLeftCount,
    noSeatLeft,
    noSeatLeftOver,
    cannotRestore,
    restore,
    restoreUser,
    restored,
    viewChecks,
    viewChecksOf,
    setupHeading,
    setupIntro,
    setupStepOpen,
    setupStepAssign,
    setupStepReload,
    setupRetry,
    openUser,
    restoring,
    checking,
    undoing,
    undone,
    notRestored,
    notUndone,
    outcomeUnknown,
    needsAttention,
    undo,
    undoUser,
    checkAgain,
    checkAgainOf,
    cannotTakeBack,
    warnings,
    openSetup,
    noSeatOf,
    freeSeat,
    freeSeatFor,
    undoToast,
    undoNow,
    undoLater,
    closeToast,
    alsoBackOne,
    alsoBackMany,
};
