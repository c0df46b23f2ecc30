import heading from '@salesforce/label/c.Reinstate_UI_ActivityHeading';
import statusFilter from '@salesforce/label/c.Reinstate_UI_ActivityStatusFilter';
import allStatuses from '@salesforce/label/c.Reinstate_UI_ActivityAllStatuses';
import loading from '@salesforce/label/c.Reinstate_UI_ActivityLoading';
import loadFailed from '@salesforce/label/c.Reinstate_UI_ActivityLoadFailed';
import loadMore from '@salesforce/label/c.Reinstate_UI_ActivityLoadMore';
import noMatchHeading from '@salesforce/label/c.Reinstate_UI_ActivityNoMatchHeading';
import noMatchText from '@salesforce/label/c.Reinstate_UI_ActivityNoMatchText';
import showAll from '@salesforce/label/c.Reinstate_UI_ActivityShowAll';
import emptyHeading from '@salesforce/label/c.Reinstate_UI_ActivityEmptyHeading';
import emptyText from '@salesforce/label/c.Reinstate_UI_ActivityEmptyText';
import byOperator from '@salesforce/label/c.Reinstate_UI_ActivityByOperator';
import showChecks from '@salesforce/label/c.Reinstate_UI_ActivityShowChecks';
import hideChecks from '@salesforce/label/c.Reinstate_UI_ActivityHideChecks';
import showChecksOf from '@salesforce/label/c.Reinstate_UI_ActivityShowChecksOf';
import hideChecksOf from '@salesforce/label/c.Reinstate_UI_ActivityHideChecksOf';
import failedOne from '@salesforce/label/c.Reinstate_UI_ActivityFailedOne';
import failedMany from '@salesforce/label/c.Reinstate_UI_ActivityFailedMany';
import statusPlanned from '@salesforce/label/c.Reinstate_UI_ActivityStatusPlanned';
import statusExecuted from '@salesforce/label/c.Reinstate_UI_ActivityStatusExecuted';
import statusPartlyExecuted from '@salesforce/label/c.Reinstate_UI_ActivityStatusPartlyExecuted';
import statusFailed from '@salesforce/label/c.Reinstate_UI_ActivityStatusFailed';
import statusVerified from '@salesforce/label/c.Reinstate_UI_ActivityStatusVerified';
import statusRefused from '@salesforce/label/c.Reinstate_UI_ActivityStatusRefused';
import statusOutcomeUnknown from '@salesforce/label/c.Reinstate_UI_ActivityStatusOutcomeUnknown';

/** Labels of the activity. */
export const labels = {
    heading,
    statusFilter,
    allStatuses,
    loading,
    loadFailed,
    loadMore,
    noMatchHeading,
    noMatchText,
    showAll,
    emptyHeading,
    emptyText,
    byOperator,
    showChecks,
    hideChecks,
    showChecksOf,
    hideChecksOf,
    failedOne,
    failedMany,
};

/** The status of a restore record in words, in the order of its life. */
export const statusLabels: Record<Reinstate.RestoreActivityRow['status'], string> = {
    Planned: statusPlanned,
    Executed: statusExecuted,
    PartlyExecuted: statusPartlyExecuted,
    Failed: statusFailed,
    Verified: statusVerified,
    Refused: statusRefused,
    OutcomeUnknown: statusOutcomeUnknown,
};
