import restoreUser from '@salesforce/label/c.Reinstate_UI_DialogRestoreUser';
import planning from '@salesforce/label/c.Reinstate_UI_DialogPlanning';
import choices from '@salesforce/label/c.Reinstate_UI_DialogChoices';
import mailTo from '@salesforce/label/c.Reinstate_UI_DialogMailTo';
import keepFrozen from '@salesforce/label/c.Reinstate_UI_DialogKeepFrozen';
import reason from '@salesforce/label/c.Reinstate_UI_DialogReason';
import ticket from '@salesforce/label/c.Reinstate_UI_DialogTicket';
import planAgain from '@salesforce/label/c.Reinstate_UI_DialogPlanAgain';
import planFailed from '@salesforce/label/c.Reinstate_UI_DialogPlanFailed';
import planChanged from '@salesforce/label/c.Reinstate_UI_DialogPlanChanged';
import executing from '@salesforce/label/c.Reinstate_UI_DialogExecuting';
import verifying from '@salesforce/label/c.Reinstate_UI_DialogVerifying';
import resultVerified from '@salesforce/label/c.Reinstate_UI_DialogResultVerified';
import resultPending from '@salesforce/label/c.Reinstate_UI_DialogResultPending';
import resultAttention from '@salesforce/label/c.Reinstate_UI_DialogResultAttention';
import resultUnchecked from '@salesforce/label/c.Reinstate_UI_DialogResultUnchecked';
import resultUnknown from '@salesforce/label/c.Reinstate_UI_DialogResultUnknown';
import resultNotBack from '@salesforce/label/c.Reinstate_UI_DialogResultNotBack';
import checkAgain from '@salesforce/label/c.Reinstate_UI_DialogCheckAgain';
import blocked from '@salesforce/label/c.Reinstate_UI_DialogBlocked';
import alreadyActive from '@salesforce/label/c.Reinstate_UI_DialogAlreadyActive';
import openSetup from '@salesforce/label/c.Reinstate_UI_DialogOpenSetup';
import warning from '@salesforce/label/c.Reinstate_UI_DialogWarning';
import accessIncomplete from '@salesforce/label/c.Reinstate_UI_DialogAccessIncomplete';
import kindPermissionSet from '@salesforce/label/c.Reinstate_UI_DialogKindPermissionSet';
import kindPermissionSetGroup from '@salesforce/label/c.Reinstate_UI_DialogKindPermissionSetGroup';
import kindPermissionSetLicense from '@salesforce/label/c.Reinstate_UI_DialogKindPermissionSetLicense';
import kindChatterGroup from '@salesforce/label/c.Reinstate_UI_DialogKindChatterGroup';
import kindPublicGroup from '@salesforce/label/c.Reinstate_UI_DialogKindPublicGroup';
import kindQueue from '@salesforce/label/c.Reinstate_UI_DialogKindQueue';
import kindPackageLicense from '@salesforce/label/c.Reinstate_UI_DialogKindPackageLicense';
import extended from '@salesforce/label/c.Reinstate_UI_DialogExtended';
import seatChange from '@salesforce/label/c.Reinstate_UI_DialogSeatChange';
import freeSeat from '@salesforce/label/c.Reinstate_UI_DialogFreeSeat';
import checks from '@salesforce/label/c.Reinstate_UI_DialogChecks';
import answerYes from '@salesforce/label/c.Reinstate_UI_DialogAnswerYes';
import answerNotYet from '@salesforce/label/c.Reinstate_UI_DialogAnswerNotYet';
import answerNo from '@salesforce/label/c.Reinstate_UI_DialogAnswerNo';
import answerNotApplicable from '@salesforce/label/c.Reinstate_UI_DialogAnswerNotApplicable';
import notDone from '@salesforce/label/c.Reinstate_UI_DialogNotDone';

/** Labels of a restore: what it would do, its progress and its result. */
export const labels = {
    restoreUser,
    planning,
    choices,
    mailTo,
    keepFrozen,
    reason,
    ticket,
    planAgain,
    planFailed,
    planChanged,
    executing,
    verifying,
    resultVerified,
    resultPending,
    resultAttention,
    resultUnchecked,
    resultUnknown,
    resultNotBack,
    checkAgain,
    blocked,
    alreadyActive,
    openSetup,
    warning,
    accessIncomplete,
    kindPermissionSet,
    kindPermissionSetGroup,
    kindPermissionSetLicense,
    kindChatterGroup,
    kindPublicGroup,
    kindQueue,
    kindPackageLicense,
    extended,
    seatChange,
    freeSeat,
    checks,
    answerYes,
    answerNotYet,
    answerNo,
    answerNotApplicable,
    notDone,
};
