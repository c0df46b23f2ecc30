import close from '@salesforce/label/c.Reinstate_UI_PanelCloseUser';
import previous from '@salesforce/label/c.Reinstate_UI_PanelPrevious';
import next from '@salesforce/label/c.Reinstate_UI_PanelNext';
import position from '@salesforce/label/c.Reinstate_UI_PanelPosition';
import overviewTab from '@salesforce/label/c.Reinstate_UI_PanelOverviewTab';
import accessTab from '@salesforce/label/c.Reinstate_UI_PanelAccessTab';
import licensesTab from '@salesforce/label/c.Reinstate_UI_PanelLicensesTab';
import historyTab from '@salesforce/label/c.Reinstate_UI_PanelHistoryTab';
import replanning from '@salesforce/label/c.Reinstate_UI_PanelReplanning';
import planRead from '@salesforce/label/c.Reinstate_UI_PanelPlanRead';
import ready from '@salesforce/label/c.Reinstate_UI_PanelReady';
import missing from '@salesforce/label/c.Reinstate_UI_PanelMissing';
import highRisk from '@salesforce/label/c.Reinstate_UI_PanelHighRisk';
import highRiskNotKnown from '@salesforce/label/c.Reinstate_UI_ConsoleHighRiskNotKnown';
import highRiskMark from '@salesforce/label/c.Reinstate_UI_PanelHighRiskMark';
import returnsOne from '@salesforce/label/c.Reinstate_UI_PanelReturnsOne';
import returnsMany from '@salesforce/label/c.Reinstate_UI_PanelReturnsMany';
import notChosenOne from '@salesforce/label/c.Reinstate_UI_PanelNotChosenOne';
import notChosenMany from '@salesforce/label/c.Reinstate_UI_PanelNotChosenMany';
import cannotOne from '@salesforce/label/c.Reinstate_UI_PanelCannotOne';
import cannotMany from '@salesforce/label/c.Reinstate_UI_PanelCannotMany';
import seeAccess from '@salesforce/label/c.Reinstate_UI_PanelSeeAccess';
import noSeatTaken from '@salesforce/label/c.Reinstate_UI_PanelNoSeatTaken';
import facts from '@salesforce/label/c.Reinstate_UI_PanelFacts';
import email from '@salesforce/label/c.Reinstate_UI_PanelEmail';
import profile from '@salesforce/label/c.Reinstate_UI_PanelProfile';
import role from '@salesforce/label/c.Reinstate_UI_PanelRole';
import manager from '@salesforce/label/c.Reinstate_UI_PanelManager';
import managerInactive from '@salesforce/label/c.Reinstate_UI_PanelManagerInactive';
import none from '@salesforce/label/c.Reinstate_UI_PanelNone';
import lastLogin from '@salesforce/label/c.Reinstate_UI_PanelLastLogin';
import never from '@salesforce/label/c.Reinstate_UI_PanelNever';
import switchedOff from '@salesforce/label/c.Reinstate_UI_PanelSwitchedOff';
import by from '@salesforce/label/c.Reinstate_UI_PanelBy';
import changes from '@salesforce/label/c.Reinstate_UI_PanelChanges';
import changeProfile from '@salesforce/label/c.Reinstate_UI_PanelChangeProfile';
import changeRole from '@salesforce/label/c.Reinstate_UI_PanelChangeRole';
import changeManager from '@salesforce/label/c.Reinstate_UI_PanelChangeManager';
import clearRole from '@salesforce/label/c.Reinstate_UI_PanelClearRole';
import clearManager from '@salesforce/label/c.Reinstate_UI_PanelClearManager';
import keeps from '@salesforce/label/c.Reinstate_UI_PanelKeeps';
import pickerPlaceholder from '@salesforce/label/c.Reinstate_UI_PanelPickerPlaceholder';
import pickerSearching from '@salesforce/label/c.Reinstate_UI_PanelPickerSearching';
import pickerNone from '@salesforce/label/c.Reinstate_UI_PanelPickerNone';
import pickerFound from '@salesforce/label/c.Reinstate_UI_PanelPickerFound';
import pickerRemove from '@salesforce/label/c.Reinstate_UI_PanelPickerRemove';
import reason from '@salesforce/label/c.Reinstate_UI_PanelReason';
import ticket from '@salesforce/label/c.Reinstate_UI_PanelTicket';
import ticketHint from '@salesforce/label/c.Reinstate_UI_PanelTicketHint';
import byHandOne from '@salesforce/label/c.Reinstate_UI_PanelByHandOne';
import byHandMany from '@salesforce/label/c.Reinstate_UI_PanelByHandMany';
import doors from '@salesforce/label/c.Reinstate_UI_PanelDoors';
import doorAll from '@salesforce/label/c.Reinstate_UI_PanelDoorAll';
import doorLeast from '@salesforce/label/c.Reinstate_UI_PanelDoorLeast';
import doorPick from '@salesforce/label/c.Reinstate_UI_PanelDoorPick';
import columnItem from '@salesforce/label/c.Reinstate_UI_PanelColumnItem';
import columnHad from '@salesforce/label/c.Reinstate_UI_PanelColumnHad';
import columnHas from '@salesforce/label/c.Reinstate_UI_PanelColumnHas';
import columnWillHave from '@salesforce/label/c.Reinstate_UI_PanelColumnWillHave';
import accessTable from '@salesforce/label/c.Reinstate_UI_PanelAccessTable';
import accessRegion from '@salesforce/label/c.Reinstate_UI_PanelAccessRegion';
import yes from '@salesforce/label/c.Reinstate_UI_PanelYes';
import no from '@salesforce/label/c.Reinstate_UI_PanelNo';
import notKnown from '@salesforce/label/c.Reinstate_UI_PanelNotKnown';
import unchangedOne from '@salesforce/label/c.Reinstate_UI_PanelUnchangedOne';
import unchangedMany from '@salesforce/label/c.Reinstate_UI_PanelUnchangedMany';
import nothingChanges from '@salesforce/label/c.Reinstate_UI_PanelNothingChanges';
import historyFrom from '@salesforce/label/c.Reinstate_UI_PanelHistoryFrom';
import historySnapshot from '@salesforce/label/c.Reinstate_UI_PanelHistorySnapshot';
import historyBaseline from '@salesforce/label/c.Reinstate_UI_PanelHistoryBaseline';
import historyAuditTrail from '@salesforce/label/c.Reinstate_UI_PanelHistoryAuditTrail';
import historyNone from '@salesforce/label/c.Reinstate_UI_PanelHistoryNone';
import sourceSnapshot from '@salesforce/label/c.Reinstate_UI_PanelSourceSnapshot';
import sourceBaseline from '@salesforce/label/c.Reinstate_UI_PanelSourceBaseline';
import sourceAuditTrail from '@salesforce/label/c.Reinstate_UI_PanelSourceAuditTrail';
import sourceLive from '@salesforce/label/c.Reinstate_UI_PanelSourceLive';
import sourcePeers from '@salesforce/label/c.Reinstate_UI_PanelSourcePeers';
import sourceCopy from '@salesforce/label/c.Reinstate_UI_PanelSourceCopy';
import offers from '@salesforce/label/c.Reinstate_UI_PanelOffers';
import offersNone from '@salesforce/label/c.Reinstate_UI_PanelOffersNone';
import consequences from '@salesforce/label/c.Reinstate_UI_PanelConsequences';
import offersPeers from '@salesforce/label/c.Reinstate_UI_PanelOffersPeers';
import copyFrom from '@salesforce/label/c.Reinstate_UI_PanelCopyFrom';
import kindAccount from '@salesforce/label/c.Reinstate_UI_PanelKindAccount';
import kindFeatureLicense from '@salesforce/label/c.Reinstate_UI_PanelKindFeatureLicense';
import kindProfile from '@salesforce/label/c.Reinstate_UI_PanelKindProfile';
import kindRole from '@salesforce/label/c.Reinstate_UI_PanelKindRole';
import kindManager from '@salesforce/label/c.Reinstate_UI_PanelKindManager';
import kindDelegatedApprover from '@salesforce/label/c.Reinstate_UI_PanelKindDelegatedApprover';
import kindFederationId from '@salesforce/label/c.Reinstate_UI_PanelKindFederationId';
import kindMail from '@salesforce/label/c.Reinstate_UI_PanelKindMail';
import licensesNone from '@salesforce/label/c.Reinstate_UI_PanelLicensesNone';
import kindUserLicense from '@salesforce/label/c.Reinstate_UI_PanelKindUserLicense';
import seatEnough from '@salesforce/label/c.Reinstate_UI_PanelSeatEnough';
import seatShort from '@salesforce/label/c.Reinstate_UI_PanelSeatShort';
import seatUnknown from '@salesforce/label/c.Reinstate_UI_PanelSeatUnknown';
import seatLine from '@salesforce/label/c.Reinstate_UI_PanelSeatLine';
import seatLineShort from '@salesforce/label/c.Reinstate_UI_PanelSeatLineShort';
import seatNoLimit from '@salesforce/label/c.Reinstate_UI_PanelSeatNoLimit';
import seatAsOf from '@salesforce/label/c.Reinstate_UI_PanelSeatAsOf';
import heldOne from '@salesforce/label/c.Reinstate_UI_PanelHeldOne';
import heldMany from '@salesforce/label/c.Reinstate_UI_PanelHeldMany';
import historyLoading from '@salesforce/label/c.Reinstate_UI_PanelHistoryLoading';
import historyFailed from '@salesforce/label/c.Reinstate_UI_PanelHistoryFailed';
import historyEmptyHeading from '@salesforce/label/c.Reinstate_UI_PanelHistoryEmptyHeading';
import historyEmptyText from '@salesforce/label/c.Reinstate_UI_PanelHistoryEmptyText';
import needsRestoreRight from '@salesforce/label/c.Reinstate_UI_PanelNeedsRestoreRight';
import undoing from '@salesforce/label/c.Reinstate_UI_PanelUndoing';
import undone from '@salesforce/label/c.Reinstate_UI_PanelUndone';
import undoneAttention from '@salesforce/label/c.Reinstate_UI_PanelUndoneAttention';
import undoFailed from '@salesforce/label/c.Reinstate_UI_PanelUndoFailed';
import cannotTakeBack from '@salesforce/label/c.Reinstate_UI_PanelCannotTakeBack';
import undo from '@salesforce/label/c.Reinstate_UI_PanelUndo';
import undoOf from '@salesforce/label/c.Reinstate_UI_PanelUndoOf';
import restoreFailed from '@salesforce/label/c.Reinstate_UI_PanelRestoreFailed';
import notAllBackOne from '@salesforce/label/c.Reinstate_UI_PanelNotAllBackOne';
import notAllBackMany from '@salesforce/label/c.Reinstate_UI_PanelNotAllBackMany';
import positionAtLeast from '@salesforce/label/c.Reinstate_UI_PanelPositionAtLeast';
import positionSpoken from '@salesforce/label/c.Reinstate_UI_PanelPositionSpoken';
import previousTip from '@salesforce/label/c.Reinstate_UI_PanelPreviousTip';
import nextTip from '@salesforce/label/c.Reinstate_UI_PanelNextTip';
import blockedHere from '@salesforce/label/c.Reinstate_UI_PanelBlockedHere';
import freeSeat from '@salesforce/label/c.Reinstate_UI_PanelFreeSeat';
import seatLineWithout from '@salesforce/label/c.Reinstate_UI_PanelSeatLineWithout';
import seatWithout from '@salesforce/label/c.Reinstate_UI_PanelSeatWithout';
import columnBefore from '@salesforce/label/c.Reinstate_UI_PanelColumnBefore';
import columnPlanned from '@salesforce/label/c.Reinstate_UI_PanelColumnPlanned';
import columnCount from '@salesforce/label/c.Reinstate_UI_PanelColumnCount';
import columnCountOne from '@salesforce/label/c.Reinstate_UI_PanelColumnCountOne';
import columnCountHelp from '@salesforce/label/c.Reinstate_UI_PanelColumnCountHelp';
import keepsNone from '@salesforce/label/c.Reinstate_UI_PanelKeepsNone';
import beforeTracking from '@salesforce/label/c.Reinstate_UI_PanelBeforeTracking';
import columnCountAtLeast from '@salesforce/label/c.Reinstate_UI_PanelColumnCountAtLeast';

/** Labels of the side panel of one user. */
export const labels = {
    close,
    previous,
    next,
    position,
    overviewTab,
    accessTab,
    licensesTab,
    historyTab,
    replanning,
    planRead,
    ready,
    missing,
    highRisk,
    highRiskMark,
    highRiskNotKnown,
    returnsOne,
    returnsMany,
    notChosenOne,
    notChosenMany,
    cannotOne,
    cannotMany,
    seeAccess,
    noSeatTaken,
    facts,
    email,
    profile,
    role,
    manager,
    managerInactive,
    none,
    lastLogin,
    never,
    switchedOff,
    by,
    changes,
    changeProfile,
    changeRole,
    changeManager,
    clearRole,
    clearManager,
    keeps,
    pickerPlaceholder,
    pickerSearching,
    pickerNone,
    pickerFound,
    pickerRemove,
    reason,
    ticket,
    ticketHint,
    byHandOne,
    byHandMany,
    doors,
    doorAll,
    doorLeast,
    doorPick,
    columnItem,
    columnHad,
    columnHas,
    columnWillHave,
    accessTable,
    accessRegion,
    yes,
    no,
    notKnown,
    unchangedOne,
    unchangedMany,
    nothingChanges,
    historyFrom,
    historySnapshot,
    historyBaseline,
    historyAuditTrail,
    historyNone,
    sourceSnapshot,
    sourceBaseline,
    sourceAuditTrail,
    sourceLive,
    sourcePeers,
    sourceCopy,
    offers,
    offersNone,
    consequences,
    offersPeers,
    copyFrom,
    kindAccount,
    kindFeatureLicense,
    kindProfile,
    kindRole,
    kindManager,
    kindDelegatedApprover,
    kindFederationId,
    kindMail,
    licensesNone,
    kindUserLicense,
    seatEnough,
    seatShort,
    seatUnknown,
    seatLine,
    seatLineShort,
    seatNoLimit,
    seatAsOf,
    heldOne,
    heldMany,
    historyLoading,
    historyFailed,
    historyEmptyHeading,
    historyEmptyText,
    needsRestoreRight,
    undoing,
    undone,
    undoneAttention,
    undoFailed,
    cannotTakeBack,
    undo,
    undoOf,
    restoreFailed,
    notAllBackOne,
    notAllBackMany,
    positionAtLeast,
    positionSpoken,
    previousTip,
    nextTip,
    blockedHere,
    freeSeat,
    seatLineWithout,
    seatWithout,
    columnBefore,
    columnPlanned,
    columnCount,
    columnCountOne,
    columnCountHelp,
    keepsNone,
    beforeTracking,
    columnCountAtLeast,
};
