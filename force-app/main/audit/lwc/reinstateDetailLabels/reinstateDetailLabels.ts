import loading from '@salesforce/label/c.Reinstate_UI_DetailLoading';
import failed from '@salesforce/label/c.Reinstate_UI_DetailFailed';
import forged from '@salesforce/label/c.Reinstate_UI_DetailForged';
import who from '@salesforce/label/c.Reinstate_UI_DetailWho';
import askedBy from '@salesforce/label/c.Reinstate_UI_DetailAskedBy';
import carriedOutBy from '@salesforce/label/c.Reinstate_UI_DetailCarriedOutBy';
import askedAt from '@salesforce/label/c.Reinstate_UI_DetailAskedAt';
import carriedOutAt from '@salesforce/label/c.Reinstate_UI_DetailCarriedOutAt';
import checkedAt from '@salesforce/label/c.Reinstate_UI_DetailCheckedAt';
import reason from '@salesforce/label/c.Reinstate_UI_DetailReason';
import ticket from '@salesforce/label/c.Reinstate_UI_DetailTicket';
import refused from '@salesforce/label/c.Reinstate_UI_DetailRefused';
import states from '@salesforce/label/c.Reinstate_UI_DetailStates';
import fact from '@salesforce/label/c.Reinstate_UI_DetailFact';
import before from '@salesforce/label/c.Reinstate_UI_DetailBefore';
import planned from '@salesforce/label/c.Reinstate_UI_DetailPlanned';
import after from '@salesforce/label/c.Reinstate_UI_DetailAfter';
import plan from '@salesforce/label/c.Reinstate_UI_DetailPlan';
import item from '@salesforce/label/c.Reinstate_UI_DetailItem';
import had from '@salesforce/label/c.Reinstate_UI_DetailHad';
import has from '@salesforce/label/c.Reinstate_UI_DetailHas';
import willHave from '@salesforce/label/c.Reinstate_UI_DetailWillHave';
import outcome from '@salesforce/label/c.Reinstate_UI_DetailOutcome';
import yes from '@salesforce/label/c.Reinstate_UI_DetailYes';
import no from '@salesforce/label/c.Reinstate_UI_DetailNo';
import unknown from '@salesforce/label/c.Reinstate_UI_DetailUnknown';
import unchanged from '@salesforce/label/c.Reinstate_UI_DetailUnchanged';
import checks from '@salesforce/label/c.Reinstate_UI_DetailChecks';
import noChecks from '@salesforce/label/c.Reinstate_UI_DetailNoChecks';
import checkAgain from '@salesforce/label/c.Reinstate_UI_DetailCheckAgain';
import checkAgainOf from '@salesforce/label/c.Reinstate_UI_DetailCheckAgainOf';
import checking from '@salesforce/label/c.Reinstate_UI_DetailChecking';
import checked from '@salesforce/label/c.Reinstate_UI_DetailChecked';
import checkFailed from '@salesforce/label/c.Reinstate_UI_DetailCheckFailed';
import byHand from '@salesforce/label/c.Reinstate_UI_DetailByHand';
import stays from '@salesforce/label/c.Reinstate_UI_DetailStays';
import openSetup from '@salesforce/label/c.Reinstate_UI_DetailOpenSetup';
import resultDone from '@salesforce/label/c.Reinstate_UI_DetailResultDone';
import resultAlreadyThere from '@salesforce/label/c.Reinstate_UI_DetailResultAlreadyThere';
import resultRefused from '@salesforce/label/c.Reinstate_UI_DetailResultRefused';
import resultFailed from '@salesforce/label/c.Reinstate_UI_DetailResultFailed';
import resultPending from '@salesforce/label/c.Reinstate_UI_DetailResultPending';
import effectAlreadyThere from '@salesforce/label/c.Reinstate_UI_DetailEffectAlreadyThere';
import effectCannot from '@salesforce/label/c.Reinstate_UI_DetailEffectCannot';
import effectNotChosen from '@salesforce/label/c.Reinstate_UI_DetailEffectNotChosen';
import effectPlanned from '@salesforce/label/c.Reinstate_UI_DetailEffectPlanned';
import showUnchangedOne from '@salesforce/label/c.Reinstate_UI_DetailShowUnchangedOne';
import showUnchangedMany from '@salesforce/label/c.Reinstate_UI_DetailShowUnchangedMany';
import hideUnchanged from '@salesforce/label/c.Reinstate_UI_DetailHideUnchanged';
import empty from '@salesforce/label/c.Reinstate_UI_DetailEmpty';

/** Labels of the detail of a record. */
export const labels = {
    loading,
    failed,
    forged,
    who,
    askedBy,
    carriedOutBy,
    askedAt,
    carriedOutAt,
    checkedAt,
    reason,
    ticket,
    refused,
    states,
    fact,
    before,
    planned,
    after,
    plan,
    item,
    had,
    has,
    willHave,
    outcome,
    yes,
    no,
    unknown,
    unchanged,
    checks,
    noChecks,
    checkAgain,
    checkAgainOf,
    checking,
    checked,
    checkFailed,
    byHand,
    stays,
    openSetup,
    resultDone,
    resultAlreadyThere,
    resultRefused,
    resultFailed,
    resultPending,
    effectAlreadyThere,
    effectCannot,
    effectNotChosen,
    effectPlanned,
    showUnchangedOne,
    showUnchangedMany,
    hideUnchanged,
    empty,
};
